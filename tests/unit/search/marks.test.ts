import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstHighlights, findHighlights, MAX_HIGHLIGHTS } from '$lib/search/highlights';
import { tries } from '../../thorough';
import { corpusOf, findIn } from './find-in';
import { plainFold } from './plain-search';
import { text, typedWord } from './texts';

/** A text with its marks in brackets. */
function marked(original: string, query: string, nearWords: string[] = []): string {
	let [out, done] = ['', 0];
	for (const { start, end } of findHighlights(original, query, nearWords)) {
		out += `${original.slice(done, start)}[${original.slice(start, end)}]`;
		done = end;
	}
	return out + original.slice(done);
}

test.each([
	['The evening, evenings', 'even', 'The [even]ing, [even]ings'],
	['I was. I WAS so', '"i was"', '[I was]. [I WAS] so'],
	['so, I was asleep', '"was asl', 'so, I [was asl]eep'],
	['Cafe\u0301s und Straße', 'cafe stras', '[Cafe\u0301]s und [Straß]e'],
	['an e-mail, my mail', 'mail', 'an e-[mail], my [mail]'],
	['an e-mailing', 'email', 'an [e-mail]ing'],
	['今天天气很好', '天气', '今天[天气]很好'],
	['친구', '치', '[친]구'],
	['👩‍❤️‍👩 ❤️', '❤', '[👩‍❤️‍👩] [❤️]'],
	['कि', 'क', '[कि]'],
	['a b', '', 'a b']
])('%s, %s', (original, query, expected) => {
	expect(marked(original, query)).toBe(expected);
});

test('marks the words with small differences that an answer names', () => {
	expect(marked('A Relatoinship, relatoinships', 'relationship', ['relatoinship'])).toBe(
		'A [Relatoinship], relatoinships'
	);
});

/** Whether marks are in order, apart, within the text and between characters. */
function expectWhole(original: string, found: readonly { start: number; end: number }[]): void {
	const bounds = new Set([...new Intl.Segmenter().segment(original)].map(({ index }) => index));
	let last = -1;
	for (const { start, end } of found) {
		expect(start).toBeGreaterThan(last);
		expect(end).toBeGreaterThan(start);
		expect(bounds.has(start)).toBe(true);
		expect(end === original.length || bounds.has(end)).toBe(true);
		last = end;
	}
}

test('marks are whole characters of the text, and each holds what was typed', () => {
	fc.assert(
		fc.property(text, fc.array(typedWord, { minLength: 1, maxLength: 2 }), (original, words) => {
			const found = findHighlights(original, words.join(' '));
			expectWhole(original, found);
			for (const { start, end } of found) {
				const piece = plainFold(original.slice(start, end)).replace(/['-]/g, '');
				expect(words.some((word) => piece.includes(plainFold(word).replace(/['-]/g, '')))).toBe(
					true
				);
			}
		}),
		tries(2_000)
	);
});

test('a text has marks exactly where it is found', () => {
	fc.assert(
		fc.property(
			text,
			fc.oneof(
				typedWord,
				typedWord.map((word) => `"${word}"`)
			),
			(original, query) => {
				const { ids, fuzzyTerms } = findIn(corpusOf([original]), query);
				expect(findHighlights(original, query, fuzzyTerms).length > 0).toBe(ids.length > 0);
			}
		),
		tries(2_000)
	);
});

test('any text and any query', () => {
	const any = fc.string({
		unit: fc.constantFrom(...Array.from('ab"\'- é\ud83d\ude00\u0301ß친친'))
	});
	fc.assert(
		fc.property(any, any, (original, query) =>
			expectWhole(original, findHighlights(original, query))
		),
		tries(1_000)
	);
});

test('of several texts the first marks are given, up to so many in all, and whether there are more', () => {
	const texts = ['tea tea', 'none', 'tea, tea', 'tea'];
	const ends = (most?: number) => {
		const { marksByText, hasMore } = firstHighlights(texts, 'tea', [], most);
		return [marksByText.map((found) => found.map(({ end }) => end)), hasMore];
	};
	expect(ends()).toEqual([[[3, 7], [], [3, 8], [3]], false]);
	expect(ends(5)).toEqual([[[3, 7], [], [3, 8], [3]], false]);
	expect(ends(4)).toEqual([[[3, 7], [], [3, 8], []], true]);
	expect(ends(3)).toEqual([[[3, 7], [], [3], []], true]);
	expect(ends(2)).toEqual([[[3, 7], [], [], []], true]);
});

test('a long text that is one word over and over gets as many marks as may be', () => {
	const { marksByText, hasMore } = firstHighlights(['tea '.repeat(12_675)], 'tea');
	expect(marksByText[0]).toHaveLength(MAX_HIGHLIGHTS);
	expect(hasMore).toBe(true);
});
