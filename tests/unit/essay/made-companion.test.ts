import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCompanion, lintCompanion, parseCompanion } from '$lib/companion/companion';
import { stances } from '$lib/companion/vocabulary';
import { tries } from '../../thorough';
import {
	buildCompanion,
	buildOriginal,
	truncate
} from '../../../src/routes/library/bring/build-companion';

const read = (name: string) =>
	parseCompanion(readFileSync(`src/lib/companion/${name}.companion.md`, 'utf8')).companion;
const questions = read('any-essay');
const builtIn = read('walking-away');
const about = { title: 'On Boats', author: 'A. Writer', language: 'en' };
const parts = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		name: '',
		heading: `The ${index} hour`,
		paragraphs: ['A line.', 'Two lines\nof a poem.']
	}));

test('an essay of any length becomes a companion that is a file, and that the rules have nothing against', () => {
	for (const count of [1, 2, 3, 4, 5, 8, 13, 60]) {
		const made = buildCompanion(about, parts(count), questions);
		expect(checkCompanion(made)).toEqual([]);
		const lines = new Map(
			made.sections.flatMap(({ id, prompts }) =>
				[id, ...prompts.map((prompt) => prompt.id)].map((one) => [one, 1] as const)
			)
		);
		expect([count, lintCompanion(made, lines)]).toEqual([count, []]);
		for (const { prompts } of made.sections) {
			for (const stance of stances) {
				const depths = prompts.flatMap((one) => (one.stance === stance ? one.depth : []));
				expect(depths.length).toBeGreaterThanOrEqual(4);
				expect(new Set(depths).size).toBe(2);
			}
		}
	}
});

test('the first part opens, the last one ends, and one past the middle turns', () => {
	const positions = (count: number): string[] =>
		buildCompanion(about, parts(count), questions).sections.map(
			({ prompts }) => /^part-\d+-([a-z]+)-/.exec(prompts[0]?.id ?? '')?.[1] ?? ''
		);
	expect(positions(1)).toEqual(['opening']);
	expect(positions(2)).toEqual(['opening', 'end']);
	expect(positions(3)).toEqual(['opening', 'turn', 'end']);
	expect(positions(6)).toEqual(['opening', 'middle', 'middle', 'turn', 'middle', 'end']);
});

test('parts in the middle that follow each other are not asked the same', () => {
	const { sections } = buildCompanion(about, parts(9), questions);
	const asked = (at: number): Set<string> =>
		new Set(sections[at]?.prompts.map(({ text }) => text) ?? []);
	expect([...asked(1)].filter((text) => asked(2).has(text))).toEqual([]);
	expect([...asked(2)].filter((text) => asked(3).has(text))).toEqual([]);
});

test('whatever an essay holds, what is made of it is a file', () => {
	const words = fc.string({ unit: 'binary', maxLength: 80 });
	const paragraphs = fc.array(words, { minLength: 1, maxLength: 3 });
	fc.assert(
		fc.property(
			fc.record({ title: words, author: words, language: fc.constantFrom('', 'en', 'ar') }),
			fc.array(fc.record({ name: words, heading: fc.option(words), paragraphs }), {
				...{ minLength: 1, maxLength: 5 }
			}),
			(essay, laid) => {
				const given = laid.map((one) => ({ ...one, paragraphs: [...one.paragraphs, 'Said.'] }));
				const named = { ...essay, title: essay.title || 'x', author: essay.author || 'x' };
				const made = buildCompanion(named, given, questions);
				const faults = checkCompanion(made).filter(({ ownerId }) => ownerId !== null);
				expect(faults).toEqual([]);
			}
		),
		tries(300, 1)
	);
});

test('the words of the essay stand under the sections of its companion, and nowhere else', () => {
	const passages = new Map([
		['s2', ['As it was.\nA line.', '  ']],
		['s9', ['The last.']]
	]);
	const original = buildOriginal(builtIn, about, passages);
	expect(original.id).toBe(builtIn.id);
	expect(original.sections.map(({ id, passage, prompts }) => [id, passage, prompts])).toEqual([
		['s2', ['As it was.\nA line.'], []],
		['s9', ['The last.'], []]
	]);
});

test('a long name is cut between words', () => {
	expect(truncate('  What we  said ', 40)).toBe('What we said');
	expect(truncate('What we said when the boats had not come in by noon', 40)).toBe(
		'What we said when the boats had not…'
	);
	expect(truncate('長'.repeat(60), 40)).toHaveLength(40);
});
