import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	checkCompanion,
	parseCompanion,
	writeCompanion,
	type Companion,
	type Prompt,
	type Section
} from '$lib/companion/companion';
import { tries } from '../../thorough';
import { companions, unfinished } from './arbitrary-companion';
import { sampleOf, sampleWith } from './sample';

const sample = parseCompanion(sampleWith()).companion;

const section = (change: Partial<Section>): Companion => ({
	...sample,
	sections: sample.sections.map((one) => ({ ...one, ...change }))
});

/** The sample with the second of its prompts changed. */
const prompt = (change: Partial<Prompt>): Companion =>
	section({
		prompts: sample.sections.flatMap(({ prompts }) =>
			prompts.map((one, index) => (index === 1 ? { ...one, ...change } : one))
		)
	});

const found = (sources: string[]): Companion => ({
	...sample,
	findings: [{ id: 'f', title: 'T', said: 'S', sources }]
});

const [part, hear] = [sample.sections, sample.sections.flatMap(({ prompts }) => prompts)].map(
	([first]) => first
) as [Section, Prompt];

test.each<[what: string, companion: Companion, ...places: (string | null)[]]>([
	['no title', { ...sample, title: '' }, null],
	['no language tag', { ...sample, language: 'none at all' }, null],
	['no sections', { ...sample, sections: [] }, null],
	['a finding of no source', found([]), null],
	['a source with a semicolon', found(['a;b']), null],
	['an author with a blank at its end', { ...sample, essay: { title: 'A', author: 'B ' } }, null],
	['an essay title of two lines', { ...sample, essay: { title: 'A\nB', author: 'B' } }, null],
	['a section of no name', section({ name: '' }), 'first-light'],
	['a section of no passage', section({ passage: [] }), 'first-light'],
	['a section of no id', section({ id: '' }), ''],
	['a section of an id with capitals', section({ id: 'First' }), 'First'],
	['a paragraph that is too long', section({ passage: ['A', 'a'.repeat(20_001)] }), 'first-light'],
	['an empty paragraph', section({ passage: ['A', ''] }), 'first-light'],
	['an empty line in a paragraph', section({ passage: ['A\n\nB'] }), 'first-light'],
	['a blank line in a care note', section({ care: 'A\n \nB' }), 'first-light'],
	['half a character in a passage', section({ passage: ['A\uD800'] }), 'first-light'],
	['a prompt of no words', prompt({ text: '' }), 'room'],
	['a prompt of two lines', prompt({ text: 'A\nB' }), 'room'],
	['a prompt that gives no words for why', prompt({ why: '' }), 'room'],
	['a prompt that is too long where left', prompt({ left: 'a'.repeat(501) }), 'room'],
	['a prompt on a finding that is not there', prompt({ finding: 'f' }), 'room'],
	['a prompt with the id of another', prompt({ id: 'hear' }), 'hear'],
	['two sections of one id', { ...sample, sections: [part, { ...part, prompts: [] }] }, part.id],
	[
		'faults in several places',
		{ ...prompt({ text: '', why: '' }), title: '' },
		null,
		'room',
		'room'
	],
	[
		'several places that would change',
		{ ...prompt({ text: ' A' }), title: ' A', findings: [] },
		null,
		'room'
	]
])('a companion with %s is told of at its places', (_, companion, ...places) => {
	const faults = checkCompanion(companion);
	expect(faults.map(({ ownerId }) => ownerId)).toEqual(places);
	for (const { reason } of faults) expect(reason).toMatch(/^[^a-z].*\.$/);
});

test('the check has nothing against a good one, whatever numbers its sections have', () => {
	expect(checkCompanion(sample)).toEqual([]);
	expect(checkCompanion(section({ number: 7 }))).toEqual([]);
	expect(checkCompanion(section({ passage: ['# A\n- B\\', '\\'], care: '> A\nB' }))).toEqual([]);
});

test('the check names no line to somebody who sees none', () => {
	const twice = section({ prompts: [hear, hear] });
	expect(checkCompanion(twice)).toEqual([
		{ ownerId: 'hear', reason: 'Something else in this companion has this id already.' }
	]);
});

test('more than a file may hold is the fault of no place', () => {
	const passage = Array.from({ length: 60 }, () => 'a'.repeat(20_000));
	expect(checkCompanion(section({ passage }))).toEqual([
		{ ownerId: null, reason: 'A companion file has at most 1 MiB.' }
	]);
	const many = parseCompanion(sampleOf('## A\n- id: a\n\nA')).companion.sections;
	const sections = Array.from({ length: 201 }, () => many).flat();
	expect(checkCompanion({ ...sample, sections }).map(({ ownerId }) => ownerId)).toEqual([null]);
});

test('the check has nothing against any companion that keeps the rules', () => {
	fc.assert(
		fc.property(companions, (one) => {
			expect(checkCompanion(one)).toEqual([]);
		}),
		tries(100, 1)
	);
});

test('the check never throws; and where it has nothing to say, the file gives back what was written', () => {
	const nearly = fc
		.tuple(companions, unfinished, fc.integer({ min: 0, max: 4 }))
		.map(([good, bad, kind]): Companion => {
			const other = bad.sections.flatMap(({ passage }) => passage);
			const [one, ...rest] = good.sections;
			if (!one || kind === 0) return bad;
			if (kind === 1) return { ...good, title: bad.title };
			if (kind === 2) return { ...good, findings: bad.findings };
			const change = kind === 3 ? { passage: other } : { care: other[0] ?? null };
			return { ...good, sections: [{ ...one, ...change }, ...rest] };
		});
	fc.assert(
		fc.property(nearly, (one) => {
			const faults = checkCompanion(one);
			const places = one.sections.flatMap(({ id, prompts }) => [id, ...prompts.map((p) => p.id)]);
			for (const { ownerId } of faults) expect([null, ...places]).toContain(ownerId);
			if (faults.length > 0) return;
			const bytes = new TextEncoder().encode(writeCompanion(one));
			const read = parseCompanion(new TextDecoder().decode(bytes)).companion;
			const sections = one.sections.map((each, index) => ({ ...each, number: index + 1 }));
			expect(read).toEqual({ ...one, sections });
		}),
		tries(500, 1)
	);
});
