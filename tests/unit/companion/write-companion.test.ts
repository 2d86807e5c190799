import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCompanion, writeCompanion, type Section } from '$lib/companion/companion';
import { writeCompanionLines } from '$lib/companion/write-companion';
import { tries } from '../../thorough';
import { companions } from './arbitrary-companion';
import { sampleWith } from './sample';

const builtIn = readFileSync(
	new URL('../../../src/lib/companion/walking-away.companion.md', import.meta.url),
	'utf8'
);

/** The lines in which the sample's section stands, some of it changed. */
function sectionLines(change: Partial<Section>): string[] {
	const { companion } = parseCompanion(sampleWith());
	const sections = companion.sections.map((one) => ({ ...one, prompts: [], ...change }));
	return writeCompanion({ ...companion, sections })
		.split('\n')
		.slice(8);
}

test('the sample is written as it stands', () => {
	expect(writeCompanion(parseCompanion(sampleWith()).companion)).toBe(`${sampleWith()}\n`);
});

test('the built-in companion is read back as it was', () => {
	const { companion } = parseCompanion(builtIn);
	expect(parseCompanion(writeCompanion(companion)).companion).toEqual(companion);
});

test('escapes what would mean something else, and breaks lines', () => {
	const lines = sectionLines({
		heading: null,
		passage: ['# One\n\\two\nthree\\\n> four\\', '- id: a'],
		care: '- Care.\nMore.'
	});
	expect(lines).toEqual([
		...['', '## First light', '- id: first-light', ''],
		...['> \\- Care.\\', '> More.', ''],
		...['\\# One\\', '\\\\two\\', 'three\\\\\\', '\\> four\\\\', ''],
		...['\\- id: a', '']
	]);
});

test('a line end inside a value makes no second line', () => {
	const lines = sectionLines({
		name: 'A\n## B',
		heading: 'C\n- id: d',
		care: null,
		passage: ['E']
	});
	expect(lines).toEqual([
		...['', '## A ## B', '- id: first-light', '- heading: C - id: d', '', 'E', '']
	]);
});

test('says whose each line is', () => {
	const { companion } = parseCompanion(sampleWith());
	const { text, ownerIds } = writeCompanionLines(companion);
	expect(text).toBe(writeCompanion(companion));
	expect(ownerIds).toEqual([
		...Array<null>(8).fill(null),
		...Array<string>(11).fill('first-light'),
		...['hear', 'hear', 'room', 'room']
	]);
});

test('the lines of every section and prompt are its own', () => {
	fc.assert(
		fc.property(companions, (one) => {
			const { text, ownerIds } = writeCompanionLines(one);
			expect(text.split('\n')).toHaveLength(ownerIds.length + 1);
			for (const [id, line] of parseCompanion(text).lines) expect(ownerIds[line - 1]).toBe(id);
		}),
		tries(100, 1)
	);
});
