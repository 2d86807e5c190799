import { expect, test } from 'vitest';
import companion from '$lib/companion/walking-away.companion.md';
import { stances } from '$lib/companion/companion';
import { suggestDistancedPrompt, suggestPrompt } from '$lib/queries/suggest-prompt';

const none: ReadonlySet<string> = new Set();

test.each(companion.sections)('P19: after any page of $id the next one is gentle', (section) => {
	for (const stance of [...stances, null]) {
		for (const { id } of section.prompts) {
			const next = suggestPrompt(section, stance, none, id);
			expect(next?.depth).toBe('gentle');
			expect(next?.id).not.toBe(id);
			if (stance) expect(next?.stance).toBe(stance);
		}
	}
});

test('one that was not answered yet comes first', () => {
	const [section] = companion.sections;
	if (!section) throw new Error('no section');
	const first = suggestPrompt(section, 'recent', none, null);
	const second = suggestPrompt(section, 'recent', new Set([first?.id ?? '']), null);
	expect(second?.id).not.toBe(first?.id);
	const all = new Set(section.prompts.map(({ id }) => id));
	expect(suggestPrompt(section, 'recent', all, null)?.id).toBe(first?.id);
});

test.each(companion.sections)('P21: $id has a question that looks from further away', (section) => {
	for (const stance of stances) {
		const other = suggestDistancedPrompt(section, stance, null);
		expect(other?.stance).toBe(stance);
		expect(['first', 'letter']).not.toContain(other?.view);
		expect(suggestDistancedPrompt(section, stance, other?.id ?? null)?.id).not.toBe(other?.id);
	}
});
