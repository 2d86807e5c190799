import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeJournalFile, FORMAT_VERSION } from '$lib/backup/journal-file';
import { JournalFileReader } from '$lib/backup/journal-file-reader';
import type { Moment } from '$lib/model/moment';
import type { ExportedSettings } from '$lib/model/settings';
import type { JournalSnapshot } from '$lib/model/snapshot';

/*
 * The frozen journal files of every version. Each has a value in every field and must open for good; the files are never
 * changed.
 */
const frozen = (version: number): Buffer =>
	readFileSync(new URL(`../../fixtures/backup-${version}.json`, import.meta.url));
const saidIn = (file: Buffer): JournalSnapshot & { made: Moment; version: number } =>
	JSON.parse(file.toString('utf8')) as JournalSnapshot & { made: Moment; version: number };

test.each([1, 2])(
	'the frozen file of version %i opens, and says what it always said',
	(version) => {
		const file = frozen(version);
		const found: Omit<JournalSnapshot, 'settings'> & { settings: ExportedSettings | null } = {
			...{ entries: [], versions: [], prompts: [], library: [] },
			settings: null
		};
		const reading = new JournalFileReader({
			entry: (one) => found.entries.push(one),
			version: (one) => found.versions.push(one),
			prompt: (one) => found.prompts.push(one),
			libraryItem: (one) => found.library.push(one),
			settings: (all) => (found.settings = all)
		});
		reading.push(file);
		const holds = reading.end();
		const said = saidIn(file);
		expect(said.version).toBe(version);
		expect(found).toMatchObject({ entries: said.entries, versions: said.versions });
		expect(found).toMatchObject({ prompts: said.prompts, settings: said.settings });
		// Version 1 knew of no companion but the built-in one.
		expect(found.library).toEqual(version === 1 ? [] : said.library);
		expect(holds).toMatchObject({ created: said.made, companions: ['walking-away'], entries: 3 });
		expect(holds).toMatchObject({
			hidden: 1,
			timeLocked: 1,
			binned: 1,
			marginNotes: 1,
			versions: 1
		});
		expect(holds.library).toBe(version === 1 ? 0 : 2);
		expect([holds.firstDay, holds.lastDay]).toEqual(['2026-10-01', '2026-10-05']);
	}
);

test('the form of this version is written as it was', () => {
	const file = frozen(FORMAT_VERSION);
	const said = saidIn(file);
	expect(Buffer.concat([...writeJournalFile(said, said.made)]).toString('utf8')).toBe(
		file.toString('utf8')
	);
});

test('a file of version 1 has no library, and one of version 2 must have one', () => {
	const reads = (text: string) => () => {
		const ignore = (): void => undefined;
		const reading = new JournalFileReader({
			...{ entry: ignore, version: ignore, prompt: ignore },
			...{ libraryItem: ignore, settings: ignore }
		});
		reading.push(Buffer.from(text));
		reading.end();
	};
	const two = frozen(2).toString('utf8');
	expect(reads(two)).not.toThrow();
	expect(reads(two.replace('"version": 2', '"version": 1'))).toThrow('does not belong');
	const one = frozen(1).toString('utf8');
	expect(reads(one.replace('"version": 1', '"version": 2'))).toThrow('no library');
});
