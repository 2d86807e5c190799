import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	depths,
	orderPrompts,
	promptWording,
	stances,
	type Depth,
	type Section,
	type Stance
} from '$lib/companion/companion';

/** A section with these prompts; their ids are their places in the file. */
function sectionOf(prompts: readonly [stance: Stance, depth: Depth][]): Section {
	return {
		id: 'part',
		number: 1,
		name: 'Part',
		heading: null,
		passage: ['Words.'],
		care: null,
		prompts: prompts.map(([stance, depth], index) => ({
			id: String(index),
			text: 'What?',
			stance,
			depth,
			intent: 'notice',
			view: 'first',
			left: null,
			why: null,
			finding: null
		}))
	};
}

const offered = (section: Section, stance: Stance | null): string[] =>
	orderPrompts(section, stance).map(({ id }) => id);

const sections = fc
	.array(fc.tuple(fc.constantFrom(...stances), fc.constantFrom(...depths)), { maxLength: 30 })
	.map(sectionOf);
const stanceOrNone = fc.constantFrom(...stances, null);

const mixed = sectionOf([
	['deciding', 'deeper'],
	['deciding', 'gentle'],
	['recent', 'gentle'],
	['recent', 'gentle'],
	['looking-back', 'gentle'],
	['looking-back', 'deeper'],
	['deciding', 'gentle'],
	['recent', 'deeper']
]);

test.each<[Stance | null, string]>([
	['deciding', '16024375'],
	['recent', '23714605'],
	['looking-back', '45126307'],
	[null, '12463075']
])('for %s the prompts stand in the order %s', (stance, order) => {
	expect(offered(mixed, stance).join('')).toBe(order);
});

test('a section offers every prompt exactly once, whatever the stance', () => {
	fc.assert(
		fc.property(sections, stanceOrNone, (section, stance) => {
			const all = section.prompts.map(({ id }) => id);
			expect(offered(section, stance).sort()).toEqual(all.sort());
		})
	);
});

test('a section offers the reader’s own stance before the others', () => {
	fc.assert(
		fc.property(sections, fc.constantFrom(...stances), (section, stance) => {
			const own = orderPrompts(section, stance).map((prompt) => prompt.stance === stance);
			expect(own).toEqual(own.toSorted((a, b) => Number(b) - Number(a)));
		})
	);
});

test('a section offers gentle before deeper, in the own stance and in the rest', () => {
	fc.assert(
		fc.property(sections, stanceOrNone, (section, stance) => {
			const prompts = orderPrompts(section, stance);
			for (const isOwn of [true, false]) {
				const gentle = prompts
					.filter((prompt) => (prompt.stance === stance) === isOwn)
					.map(({ depth }) => depth === 'gentle');
				expect(gentle).toEqual(gentle.toSorted((a, b) => Number(b) - Number(a)));
			}
		})
	);
});

test('a section keeps the order of the file among prompts of one stance and depth', () => {
	fc.assert(
		fc.property(sections, stanceOrNone, (section, stance) => {
			for (const one of stances) {
				for (const depth of depths) {
					const ids = orderPrompts(section, stance)
						.filter((prompt) => prompt.stance === one && prompt.depth === depth)
						.map(({ id }) => Number(id));
					expect(ids).toEqual(ids.toSorted((a, b) => a - b));
				}
			}
		})
	);
});

test('a section lets the stances take turns for a reader who has not said', () => {
	fc.assert(
		fc.property(sections, (section) => {
			for (const depth of depths) {
				const prompts = orderPrompts(section, null).filter((prompt) => prompt.depth === depth);
				// A prompt's turn is how many of its stance came before it.
				const turns = prompts.map(
					({ stance }, at) => prompts.slice(0, at).filter((one) => one.stance === stance).length
				);
				expect(turns).toEqual(turns.toSorted((a, b) => a - b));
			}
		})
	);
});

test('leaves the section as it was', () => {
	const before = structuredClone(mixed);
	orderPrompts(mixed, 'recent');
	orderPrompts(mixed, null);
	expect(mixed).toEqual(before);
});

test('a section has nothing to offer where a section has no prompts', () => {
	expect(orderPrompts(sectionOf([]), 'recent')).toEqual([]);
	expect(orderPrompts(sectionOf([]), null)).toEqual([]);
});

test('puts a question in other words to a reader who was left, where it has them', () => {
	const section = sectionOf([['recent', 'gentle']]);
	const [prompt] = section.prompts;
	if (!prompt) throw new Error('no prompt');
	const reworded = { ...prompt, left: 'And what?' };
	expect(promptWording(reworded, true)).toEqual({ ...reworded, text: 'And what?' });
	expect(promptWording(reworded, false)).toBe(reworded);
	expect(promptWording(prompt, true)).toBe(prompt);
});
