import { expect, test } from 'vitest';
import { parseCompanion } from '$lib/companion/companion';
import { problemsOf, type Problem } from './problems';
import { sampleOf, sampleWith } from './sample';

const MIB = 1_048_576;

function sections(count: number): string {
	const all = Array.from({ length: count }, (_, n) => `## Part ${n}\n- id: part-${n}\n\nWords.`);
	return sampleOf(all.join('\n'));
}

function prompts(count: number): string {
	const attributes = 'stance: recent; depth: gentle; intent: feel';
	const all = Array.from({ length: count }, (_, n) => `- What?\n  - id: p-${n}; ${attributes}`);
	return sampleWith({ 20: all.join('\n'), 21: null, 22: null, 23: null });
}

/** The sample with a passage that gives it this many bytes; `letter` is what it is written with. */
function bytes(count: number, letter: string): string {
	const size = (text: string): number => new TextEncoder().encode(text).length;
	const paragraph = `${letter.repeat(5_000)}\n\n`;
	const full = Math.floor((count - size(sampleWith()) - 20) / size(paragraph));
	const text = sampleWith({ 16: `${paragraph.repeat(full)}Words.` });
	return text.replace('Words.', `Words${'.'.repeat(count - size(text) + 1)}`);
}

const atItsLimit: [what: string, text: string][] = [
	['a file of 1 MiB', bytes(MIB, 'a')],
	['a file of 1 MiB in three-byte letters', bytes(MIB, '語')],
	['200 sections', sections(200)],
	['2,000 prompts', prompts(2_000)],
	['a paragraph of 20,000 characters', sampleWith({ 16: 'a'.repeat(20_000) })],
	['a care note of 20,000 characters', sampleWith({ 14: `> ${'a'.repeat(20_000)}` })],
	['a name of 40 characters', sampleWith({ 10: `## ${'a'.repeat(40)}` })],
	['a heading of 500 characters', sampleWith({ 12: `- heading: ${'a'.repeat(500)}` })],
	['a prompt of 500 characters', sampleWith({ 20: `- ${'a'.repeat(500)}` })],
	['a title of 500 characters', sampleWith({ 4: `title: ${'a'.repeat(500)}` })],
	['an author of 500 characters', sampleWith({ 7: `author: ${'a'.repeat(500)}` })],
	['an essay of 500 characters', essay(500)],
	['an id of 64 characters', sampleWith({ 11: `- id: ${'a'.repeat(64)}` })]
];

const pastIt: [what: string, text: string, expected: Problem][] = [
	['a file of 1 MiB and a byte', bytes(MIB + 1, 'a'), [1, 'too-large']],
	['a file of 1 MiB and a byte in longer letters', bytes(MIB + 1, '語'), [1, 'too-large']],
	['201 sections', sections(201), [1, 'too-large']],
	['2,001 prompts', prompts(2_001), [1, 'too-large']],
	['a paragraph of 20,001', sampleWith({ 16: 'a'.repeat(20_001) }), [16, 'bad-value']],
	[
		'a paragraph of 20,001 in several lines',
		sampleWith({ 16: `${'a'.repeat(10_000)}\n${'a'.repeat(10_000)}` }),
		[16, 'bad-value']
	],
	['a care note of 20,001', sampleWith({ 14: `> ${'a'.repeat(20_001)}` }), [14, 'bad-value']],
	['a name of 41', sampleWith({ 10: `## ${'a'.repeat(41)}` }), [10, 'bad-value']],
	['a heading of 501', sampleWith({ 12: `- heading: ${'a'.repeat(501)}` }), [12, 'bad-value']],
	['a prompt of 501', sampleWith({ 20: `- ${'a'.repeat(501)}` }), [20, 'bad-value']],
	['a title of 501', sampleWith({ 4: `title: ${'a'.repeat(501)}` }), [4, 'bad-value']],
	['an author of 501', sampleWith({ 7: `author: ${'a'.repeat(501)}` }), [7, 'bad-value']],
	['an essay of 501', essay(501), [6, 'bad-value']],
	['an id of 65', sampleWith({ 11: `- id: ${'a'.repeat(65)}` }), [11, 'bad-value']]
];

/** The sample with an essay title of this many characters, spread over two lines. */
function essay(length: number): string {
	return sampleWith({ 6: `essay: ${'a'.repeat(length - 101)}\nessay: ${'a'.repeat(100)}` });
}

test.each(atItsLimit)('%s is read', (_, text) => {
	expect(problemsOf(text)).toEqual([]);
});

test.each(pastIt)('%s is too much', (_, text, expected) => {
	expect(problemsOf(text)).toEqual([expected]);
});

test('ten thousand headings are refused like any other file', () => {
	expect(problemsOf(sampleOf('## A\n'.repeat(10_000)))).toEqual([[1, 'too-large']]);
});

test('of ten thousand problems the first hundred are named', () => {
	expect(problemsOf(sampleWith({ 16: `Words.${'\n### No'.repeat(10_000)}` }))).toHaveLength(100);
});

test.each([
	['a NUL', 'A\0B'],
	['half a character', 'A\uD800B'],
	['a turn of the writing direction', 'A\u202EB'],
	['a line separator', 'A\u2028B']
])('%s in a passage stays the character that it is', (_, words) => {
	const { companion } = parseCompanion(sampleWith({ 16: words }));
	expect(companion.sections[0]?.passage).toEqual([words]);
});

test.each([
	['only dashes', '---\n'.repeat(1_000), [1, 'missing-key']],
	['one long line', '-'.repeat(1_000_000), [1, 'no-front-matter']],
	[
		'a million blanks before a word',
		`${sampleWith()}\n${' '.repeat(1_000_000)}a`,
		[24, 'misplaced-line']
	],
	[
		'a paragraph of half a million lines',
		sampleWith({ 16: 'a\n'.repeat(500_000) }),
		[16, 'bad-value']
	]
] satisfies [string, string, Problem][])('a file of %s is refused', (_, text, expected) => {
	expect(problemsOf(text)[0]).toEqual(expected);
});
