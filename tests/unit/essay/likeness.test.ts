import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { matchSections, readEssayText } from '$lib/essay/essay';
import { headingSimilarity } from '$lib/essay/similarity';

/* How alike headings are, and that many are compared without work that tells nothing. */

afterEach(() => vi.restoreAllMocks());

test('what is not alike enough is 0, and all else is as without a bound', () => {
	const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 14 });
	fc.assert(
		fc.property(words, words, fc.constantFrom(0.3, 0.5, 0.72, 0.85, 1), (one, other, least) => {
			const whole = headingSimilarity(one, other);
			expect(headingSimilarity(one, other, least)).toBe(whole + 1e-9 >= least ? whole : 0);
		})
	);
	expect(
		headingSimilarity('The Moment It Shifted', '3. the momnet it shifted', 0.85)
	).toBeGreaterThan(0.85);
	expect(
		headingSimilarity('The Moment It Shifted', 'The Aftermath: Grief, Guilt, and Growth', 0.85)
	).toBe(0);
});

const known = Array.from({ length: 8 }, (_, at) => `The Moment Number ${'x'.repeat(at)}`);

test('a heading that is known is bared once, and a paragraph far longer never', async () => {
	const bared = vi.spyOn(String.prototype, 'normalize');
	const short = Array.from({ length: 500 }, (_, at) => `Line ${at} was said.`);
	const long = Array.from({ length: 500 }, (_, at) => `Line ${at} ${'was said again '.repeat(8)}.`);
	await readEssayText([...short, ...long].join('\n\n'), known);
	expect(bared.mock.calls.length).toBeLessThan(500 + known.length + 20);
});

test('headings are bared once to be matched', () => {
	const bared = vi.spyOn(String.prototype, 'normalize');
	const parts = Array.from({ length: 100 }, (_, at) => ({ heading: `Room ${at}`, paragraphs: [] }));
	matchSections(
		parts,
		known.map((heading, at) => ({ id: `s${at}`, heading }))
	);
	expect(bared.mock.calls.length).toBe(parts.length + known.length);
});
