import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	adviseCompanion,
	lintCompanion,
	parseCompanion,
	writeCompanion,
	type Companion,
	type Prompt
} from '$lib/companion/companion';
import { tries } from '../../thorough';
import { companions, unfinished } from './arbitrary-companion';
import { changed, prompts } from './linted';
import { sampleWith } from './sample';

const { companion: sample } = parseCompanion(sampleWith());

/** A companion of one section for each list of prompts. */
const withSections = (...lists: [id: string, prompts: Prompt[]][]): Companion => ({
	...sample,
	sections: sample.sections.flatMap((one) =>
		lists.map(([id, own], index) => ({ ...one, id, number: index + 1, prompts: own }))
	)
});

/** The advice, each as its rule and place. */
const advice = (companion: Companion): string[] =>
	adviseCompanion(companion).map(({ rule, ownerId }) => `${rule} ${ownerId}`);

test('the advice has nothing to say of prompts that follow the rules', () => {
	expect(advice(withSections(['part', prompts]))).toEqual([]);
});

test('the advice names the prompt, or the section, and says what the lint says', () => {
	const shouting = changed({ 'recent-1': { text: 'Tell it all!', view: 'first' } });
	expect(adviseCompanion(withSections(['one', []], ['two', shouting]))).toEqual([
		{ ownerId: 'recent-1', rule: 'P1', message: 'has an exclamation mark' },
		{ ownerId: 'two', rule: 'P13', message: 'has no prompt that looks from a distance' }
	]);
});

test('the advice takes ids that are empty or stand twice', () => {
	const same = prompts.map((one) => ({ ...one, id: '', text: 'Tell it all!' }));
	expect(advice(withSections(['', same.slice(0, 1)], ['a', same.slice(0, 1)]))).toEqual([
		...['P1 ', 'P8 ', 'P8 ', 'P8 ', 'P8 ', 'P8 ', 'P13 '],
		...['P1 ', 'P8 a', 'P8 a', 'P8 a', 'P8 a', 'P8 a', 'P13 a']
	]);
});

test('the advice says of every companion what the lint says of its file', () => {
	fc.assert(
		fc.property(companions, (one) => {
			const { companion, lines } = parseCompanion(writeCompanion(one));
			const said = adviseCompanion(one).map(({ ownerId, rule, message }) => ({
				line: lines.get(ownerId),
				rule,
				message
			}));
			expect(said).toEqual(lintCompanion(companion, lines));
		}),
		tries(100, 1)
	);
});

test('the advice never throws, and names places that are there', () => {
	fc.assert(
		fc.property(unfinished, (one) => {
			const ids = one.sections.flatMap(({ id, prompts: own }) => [id, ...own.map((p) => p.id)]);
			for (const { ownerId } of adviseCompanion(one)) expect(ids).toContain(ownerId);
		}),
		tries(300, 1)
	);
});
