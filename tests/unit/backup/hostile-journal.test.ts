import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BackupError } from '$lib/backup/backup-error';
import { writeJournalFile } from '$lib/backup/journal-file';
import { JournalFileReader, type RecordSink } from '$lib/backup/journal-file-reader';
import { defaultSettings } from '$lib/model/settings';
import type { JournalSnapshot } from '$lib/model/snapshot';
import { tries } from '../../thorough';
import { created } from './backups';
import { journals } from './journals';

/* What a journal file may say that it should not. */

type Json = Record<string, unknown>;

function written(whole: JournalSnapshot): string {
	return Buffer.concat([...writeJournalFile(whole, created)]).toString('utf8');
}

/** Reads a journal file: the records that were handed over, or the code with which it is refused. */
function reading(text: string): unknown[] | string {
	const records: unknown[] = [];
	const take = (one: unknown): void => void records.push(one);
	const sink: RecordSink = {
		...{ entry: take, version: take, prompt: take },
		...{ libraryItem: take, settings: take }
	};
	const journal = new JournalFileReader(sink);
	try {
		journal.push(new TextEncoder().encode(text));
		journal.end();
	} catch (error) {
		if (error instanceof BackupError) return error.code;
		throw error;
	}
	return records;
}

const [example] = fc.sample(
	journals(12).filter(
		({ entries, versions, prompts, library }) =>
			versions.length > 2 &&
			prompts.length > 0 &&
			library.some(({ companion }) => companion.sections.some((one) => one.prompts.length > 0)) &&
			entries.some(({ margin, before, section, question, binned }) => {
				return margin.length > 1 && before && section && question && binned;
			})
	),
	{ numRuns: 1, seed: 3 }
);
if (!example) throw new Error('no journal');
const exampleText = written(example);

/** The example with something changed in it. */
function with_(change: (file: Json & { entries: Json[]; versions: Json[] }) => void): string {
	const file = JSON.parse(exampleText) as Json & { entries: Json[]; versions: Json[] };
	change(file);
	return JSON.stringify(file);
}
const full = example.entries.findIndex(({ margin, before, section, question, binned }) => {
	return margin.length > 1 && before && section && question && binned;
});
/** The example with one field of a page changed. */
const page = (field: string, value: unknown): string =>
	with_(({ entries }) => {
		(entries[full] as Json)[field] = value;
	});

test('what is written is read, in one line or many', () => {
	expect(reading(exampleText)).toHaveLength(
		1 +
			[example.entries, example.versions, example.prompts, example.library].reduce(
				(sum, some) => sum + some.length,
				0
			)
	);
	expect(reading(with_(() => undefined))).toEqual(reading(exampleText));
});

const anId = 'ab'.repeat(16);
test.each([
	['an id of another form', page('id', '../../secret')],
	['an id in capitals', page('id', anId.toUpperCase())],
	['a number for a text', page('text', 7)],
	['a list for a text', page('text', ['a'])],
	['no text', page('text', undefined)],
	['a text for a switch', page('hidden', 'false')],
	['a step beyond the scale', page('before', { feel: 4, stir: 0 })],
	['half a step', page('before', { feel: 0.5, stir: 0 })],
	['half a check-in', page('before', { feel: 1 })],
	['a letter of no kind', page('letter', 'to-them')],
	['a day that is none', page('sealedUntil', '2027-02-30')],
	['a day in words', page('sealedUntil', 'tomorrow')],
	['a time that is none', page('written', { at: null, zone: 'UTC', day: '2026-11-22' })],
	['the year 275760', page('written', { at: 8.64e15, zone: 'UTC', day: '2026-11-22' })],
	['the year 0', page('written', { at: 0, zone: 'UTC', day: '-000001-01-01' })],
	['infinity', exampleText.replace(/"at":-?\d+/, '"at":1e999')],
	['a time without a zone', page('written', { at: 0, day: '2026-11-22' })],
	['an endless zone', page('written', { at: 0, zone: 'z'.repeat(2e5), day: '2026-11-22' })],
	['a tag that is none', page('tags', [null])],
	['tags that are no list', page('tags', { length: 1e9 })],
	['an endless label', page('label', 'x'.repeat(2e5))],
	['a section that is none', page('section', { id: 's1', number: NaN, name: 'x' })],
	['a field that does not belong', page('score', 1)],
	['a prototype', exampleText.replace('"hidden":', '"__proto__":{"admin":true},"hidden":')],
	['a prototype in place of a field', exampleText.replace('"hidden":', '"__proto__":')],
	['a constructor', page('constructor', { prototype: { admin: true } })],
	['a prototype above', exampleText.replace('"made":', '"__proto__":{},"made":')],
	['a field above that does not belong', exampleText.replace('"made":', '"x":{},"made":')],
	['a field above twice', exampleText.replace('"made":', '"version":2,"made":')],
	['brackets thirteen deep', page('margin', JSON.parse('['.repeat(11) + ']'.repeat(11)))],
	['an earlier text that is not there', page('versions', [anId])],
	['one page twice', with_(({ entries }) => entries.push(entries[0] as Json))],
	['one earlier text twice', with_(({ versions }) => versions.push(versions[0] as Json))],
	['an earlier text of no page', with_(({ versions }) => ((versions[0] as Json)['entry'] = anId))],
	['pages that are no list', with_((file) => ((file as Json)['entries'] = { 0: {} }))],
	['a page that is none', with_((file) => ((file as Json)['entries'] = [null]))],
	['no settings', with_((file) => (file['settings'] = null))],
	[
		'a lock that closes at once',
		with_((file) => (file['settings'] = { ...defaultSettings, lockAfter: 0 }))
	],
	['no versions', with_((file) => delete (file as Json)['versions'])],
	['version 0', with_((file) => (file['version'] = 0))],
	['version 1.5', with_((file) => (file['version'] = 1.5))]
])('a journal file with %s is refused', (_, text) => {
	expect(reading(text)).toBe('damaged');
});

test('two notes of one id beside a page are refused', () => {
	const { margin } = example.entries[full] ?? { margin: [] };
	expect(reading(page('margin', [margin[0], margin[0]]))).toBe('damaged');
});

test('a page of a million values is too large', () => {
	expect(reading(page('tags', Array<string>(1_000_000).fill('')))).toBe('too-large');
});

test('a file of a later version says so, whatever else it holds', () => {
	const later = exampleText
		.replace(/"version": \d/, '"version": 3')
		.replace('"hidden"', '"unseen"');
	expect(reading(later)).toBe('newer-format');
});

test('a journal of another program is none of ours', () => {
	expect(reading('{"metadata":{"version":"1.0"},"entries":[]}')).toBe('not-a-backup');
	expect(reading('{}')).toBe('not-a-backup');
	expect(reading(exampleText.replace('own-voice journal', 'another'))).toBe('not-a-backup');
});

const often = tries(10_000);

/** Paths to every value of a file. */
function paths(value: unknown, path: (string | number)[] = []): (string | number)[][] {
	if (typeof value !== 'object' || value === null) return [path];
	const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value as Json);
	return [path, ...entries.flatMap(([key, one]) => paths(one, [...path, key]))];
}

test(
	`${often.numRuns} changed files are refused, or read as what they say`,
	{ timeout: 120_000 },
	() => {
		const small = { ...example, entries: example.entries.slice(full, full + 1), versions: [] };
		for (const entry of small.entries) entry.versions = [];
		const text = written(small);
		const all = paths(JSON.parse(text));
		const before = Object.getOwnPropertyNames(Object.prototype);
		const odd = fc.oneof(
			fc.jsonValue(),
			fc.constantFrom(
				null,
				-1,
				1e308,
				'',
				'\u0000',
				[],
				{},
				true,
				'0000-00-00',
				'x'.repeat(200_000)
			),
			fc.constant(JSON.parse('{"__proto__":{"admin":true}}') as unknown)
		);
		let [refused, read] = [0, 0];
		fc.assert(
			fc.property(fc.constantFrom(...all), odd, fc.boolean(), (path, value, rename) => {
				const file = JSON.parse(text) as Json;
				const last = path.at(-1);
				const parent = path.slice(0, -1).reduce<unknown>((one, key) => (one as Json)[key], file);
				if (last === undefined) return;
				if (rename) Object.defineProperty(parent, '__proto__', { value, enumerable: true });
				else (parent as Json)[last] = value;
				const result = reading(JSON.stringify(file));
				if (typeof result === 'string') {
					refused += 1;
					expect(['damaged', 'not-a-backup', 'newer-format']).toContain(result);
				} else {
					read += 1;
					// What is read is exactly what the file says: nothing was made up, and nothing fell away.
					const said = JSON.parse(JSON.stringify(file)) as Json;
					expect(result).toEqual(
						[
							said['settings'],
							...[said['prompts'], said['library'], said['entries'], said['versions']]
						].flat()
					);
				}
			}),
			often
		);
		expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
		expect(({} as Json)['admin']).toBeUndefined();
		expect(refused).toBeGreaterThan(often.numRuns / 2);
		expect(read).toBeGreaterThan(often.numRuns / 100);
	}
);
