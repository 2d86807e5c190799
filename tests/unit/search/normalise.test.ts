import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalise, normaliseWithOffsets } from '$lib/search/normalise';
import { tries } from '../../thorough';
import { plainFold } from './plain-search';
import { text } from './texts';

test.each([
	['CAFÉ Zoë Ångström', 'cafe zoe angstrom'],
	['Straße ẞ Øre Æble Œuvre Łódź', 'strasse ss ore aeble oeuvre lodz'],
	['İI ıi', 'ii ii'],
	['Ёлка всё', 'елка все'],
	['“it’s” «so» e‑mail', '"it\'s" "so" e-mail'],
	['ＡＢＣ １２ ﬁ ™', 'abc 12 fi tm'],
	['ΣΟΦΟΣ σοφός', 'σοφοσ σοφοσ'],
	['ｶﾞ が か\u3099', 'ガ が が'],
	['co\u00adop\u200b 👍🏽', 'coop 👍'],
	['ไม้', 'ไม้']
])('%s', (original, folded) => {
	expect(normalise(original)).toBe(folded);
});

test('agrees with a plain folding of the whole text', () => {
	fc.assert(
		fc.property(text, (original) => {
			expect(normalise(original).replaceAll('"', '')).toBe(plainFold(original).replaceAll('"', ''));
		})
	);
});

test('every folded unit is of a piece of the original, in order and never half a surrogate pair', () => {
	const any = fc.oneof(text, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
	fc.assert(
		fc.property(any, (original) => {
			const { text: folded, starts, ends } = normaliseWithOffsets(original);
			expect(folded).toBe(normalise(original));
			expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
			let last = 0;
			for (let at = 0; at < folded.length; at += 1) {
				const [start, end] = [starts[at] ?? -1, ends[at] ?? -1];
				expect(start).toBeGreaterThanOrEqual(last);
				expect(end).toBeGreaterThan(start);
				expect(end).toBeLessThanOrEqual(original.length);
				const piece = original.slice(start, end);
				expect(normalise(piece)).toContain(folded.charAt(at));
				if (original.isWellFormed()) expect(piece.isWellFormed()).toBe(true);
				last = start;
			}
		}),
		tries(300, 1)
	);
});
