import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { depths, lintCompanion, parseCompanion, stances } from '$lib/companion/companion';

const read = (name: string): ReturnType<typeof parseCompanion> =>
	parseCompanion(
		readFileSync(
			new URL(`../../../src/lib/companion/${name}.companion.md`, import.meta.url),
			'utf8'
		)
	);

const { companion, lines } = read('any-essay');
const { sections } = companion;
const prompts = sections.flatMap((section) => section.prompts);
const walkingAway = read('walking-away').companion.sections.flatMap((section) => section.prompts);

/** How many prompts a section has for each stance. */
const counts: Readonly<Record<string, number>> = { opening: 5, middle: 12, turn: 5, end: 5 };

/** Case, punctuation and spacing make no other prompt. */
const bare = (text: string): string =>
	(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

const opening = (text: string): string => bare(text).split(' ').slice(0, 2).join(' ');

const fromAfar = (view: string): boolean => view !== 'first' && view !== 'letter';

test('the companion for any essay is for no essay in particular', () => {
	expect(companion).toMatchObject({ id: 'any-essay', title: 'Any essay', language: 'en' });
});

test('the companion for any essay has four sections, one for each position in an essay', () => {
	expect(sections.map(({ id, name }) => `${id} ${name}`)).toEqual([
		'opening Opening',
		'middle Middle',
		'turn Turn',
		'end End'
	]);
	for (const { heading, care, passage } of sections) {
		expect([heading, care, passage.length]).toEqual([null, null, 1]);
	}
});

test('the companion for any essay has every prompt that it ever had, in order, and no other', () => {
	// Entries refer to these ids. A new prompt adds to the counts; none is ever taken out.
	const ids = Object.entries(counts).flatMap(([section, count]) =>
		stances.flatMap((stance) =>
			Array.from({ length: count }, (_, index) => `${section}-${stance}-${String(index + 1)}`)
		)
	);
	expect(ids).toHaveLength(81);
	expect(prompts.map(({ id }) => id)).toEqual(ids);
});

test('the companion for any essay has the prompts of each section and stance under their ids', () => {
	for (const { id, prompts: own } of sections) {
		for (const prompt of own) expect(prompt.id).toMatch(`${id}-${prompt.stance}-`);
	}
});

test('the companion for any essay follows the rules for prompts', () => {
	expect(lintCompanion(companion, lines)).toEqual([]);
});

test('the companion for any essay says nothing absolute and asks for no reasons', () => {
	const absolute = /\b(why|always|never)\b/i;
	expect(prompts.filter(({ text }) => absolute.test(text))).toEqual([]);
});

test('the companion for any essay has no two prompts alike, and none of the built-in companion', () => {
	const texts = prompts.map(({ text }) => bare(text));
	expect(new Set(texts).size).toBe(texts.length);
	const reasons = prompts.map(({ why }) => bare(why ?? ''));
	expect(new Set(reasons).size).toBe(reasons.length);

	const others = new Set(walkingAway.flatMap(({ text, left, why }) => [text, left, why]));
	const known = new Set([...others].map((text) => bare(text ?? '')));
	expect([...texts, ...reasons].filter((text) => known.has(text))).toEqual([]);
});

test('the companion for any essay begins no two prompts with the same two words', () => {
	const openings = prompts.map(({ text }) => opening(text));
	expect(openings.filter((one, index) => openings.indexOf(one) !== index)).toEqual([]);
});

test('every question says why it is asked, and names a finding', () => {
	const known = companion.findings.map(({ id }) => id);
	for (const { id, why, finding } of prompts) {
		expect([id, why?.split(/\s+/).length]).toEqual([id, expect.any(Number)]);
		expect(known).toContain(finding);
	}
	expect(new Set(prompts.map(({ finding }) => finding)).size).toBe(known.length);
});

test('the companion for any essay cites its findings in the words of the built-in companion', () => {
	const { findings } = read('walking-away').companion;
	for (const finding of companion.findings) expect(findings).toContainEqual(finding);
});

describe.each(sections.filter(({ id }) => id !== 'middle'))('the questions of $id', (section) => {
	test.each(stances)('for %s begin gently and go deeper, from near and from afar', (stance) => {
		const own = section.prompts.filter((prompt) => prompt.stance === stance);
		for (const depth of depths) {
			expect(own.filter((prompt) => prompt.depth === depth).length).toBeGreaterThanOrEqual(2);
		}
		expectGentleFirst(own);
		expect(new Set(own.map(({ intent }) => intent)).size).toBeGreaterThanOrEqual(2);
		expect(own.some(({ view }) => fromAfar(view))).toBe(true);
	});
});

describe.each(stances)('the questions of the middle for %s', (stance) => {
	const own = sections[1]?.prompts.filter((prompt) => prompt.stance === stance) ?? [];

	// They are dealt out over many parts, so that each run of four has to stand on its own.
	test.each([1, 5, 9])('are whole in the four from number %i on', (first) => {
		const run = own.slice(first - 1, first + 3);
		expect(run).toHaveLength(4);
		expect(run.filter(({ depth }) => depth === 'gentle').length).toBeGreaterThanOrEqual(2);
		expect(run.filter(({ depth }) => depth === 'deeper').length).toBeGreaterThanOrEqual(1);
		expectGentleFirst(run);
		expect(new Set(run.map(({ intent }) => intent)).size).toBeGreaterThanOrEqual(2);
		expect(run.some(({ view }) => fromAfar(view))).toBe(true);
		if (stance === 'recent') expect(run[0]?.intent).not.toBe('meaning');
	});
});

function expectGentleFirst(run: typeof prompts): void {
	const inOrder = depths.flatMap((depth) => run.filter((prompt) => prompt.depth === depth));
	expect(run).toEqual(inOrder);
}
