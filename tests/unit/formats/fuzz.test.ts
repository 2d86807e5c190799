import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { FormatError, writeEntries } from '$lib/formats/formats';
import { readFiles, detectInputFormat } from '$lib/formats/in/read-files';
import { tries } from '../../thorough';
import { anyEntries } from './any-entries';
import { damaged, packed } from './damage';
import { entries } from './entries';
import { all, given, reading } from './given';
import { sample, sampleFolder, zipOf } from './sample';
import { expectNoPoison, expectSound } from './sound';

/*
 * Files of every format, damaged at random: each is read soundly, or refused with a code. Nothing else may come of
 * it. The whole run damages ten thousand for each importer.
 */
const often = tries(10_000, 100);
const patience = 3_600_000;

const samples = (...names: string[]): Uint8Array[] => names.map(sample);
const vault = sampleFolder('vault');
const notes = [...vault].filter(([path]) => /\.(md|txt)$/.test(path)).map(([, bytes]) => bytes);
const dayOne = samples('day-one-2017.json', 'day-one-2021.json', 'day-one-2024.json');
const texts = samples('jrnl-1.txt', 'jrnl-4.txt', 'days-en.txt', 'days-de.txt', 'day-one.txt');
const archives = [
	zipOf({ 'Journal.json': dayOne[1] ?? '', 'photos/a.jpeg': 'x' }),
	zipOf(Object.fromEntries(vault))
];

/** Pages of our own, as each of our writers gives them. */
const ours = fc.sample(entries, { numRuns: 6, seed: 7 });
const ownFiles = await Promise.all(
	ours.flatMap((pages) =>
		(['day-one', 'markdown', 'jrnl', 'plain-text'] as const).map(
			async (format) => new Uint8Array(await (await writeEntries(format, pages, all)).arrayBuffer())
		)
	)
);

const importers: Record<string, fc.Arbitrary<Uint8Array>> = {
	'a Day One file': damaged(dayOne),
	'a Day One archive': packed(
		damaged(dayOne),
		fc.constantFrom('Journal.json', 'a/b.json', 'Other.json')
	),
	'JSON with other values': anyEntries,
	'JSON of jrnl': damaged(samples('jrnl-1.json', 'jrnl-2.json')),
	'JSON of Mini Diary': damaged(samples('mini-diary-2.json', 'mini-diary-3.json')),
	'a text of jrnl or plain': damaged(texts),
	'a Markdown file': damaged(notes),
	'a Markdown archive': packed(
		damaged([...notes, ...texts]),
		fc.oneof(
			fc.constantFrom('2024-01-31.md', 'a/b.txt', 'x.md', '../y.md'),
			fc.string().map((name) => `${name}.md`)
		)
	),
	'an archive': damaged(archives),
	'a file of our own': damaged(ownFiles),
	'any bytes': fc.uint8Array({ maxLength: 300 })
};

afterEach(expectNoPoison);

test.each(Object.entries(importers))(
	'%s, damaged, is read soundly or refused with a code',
	async (_, files) => {
		let read = 0;
		await fc.assert(
			fc.asyncProperty(files, async (bytes) => {
				const file = given(bytes);
				try {
					const found = await readFiles([file], reading);
					expectSound(found);
					read += 1;
				} catch (error) {
					if (!(error instanceof FormatError)) throw error;
				}
				const kind = await detectInputFormat([file]).catch((error: unknown) => error);
				if (typeof kind !== 'string' && !(kind instanceof FormatError)) throw kind;
			}),
			often
		);
		// Damage that is always noticed at the door would try nothing behind it.
		expect(read).toBeGreaterThan(0);
	},
	patience
);
