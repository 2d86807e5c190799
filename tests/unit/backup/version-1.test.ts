import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { journalFile } from '$lib/backup/journal-file';
import { JournalReading } from '$lib/backup/journal-reading';
import type { Moment } from '$lib/journal/moment';
import type { CarriedSettings } from '$lib/journal/settings';
import type { Whole } from '$lib/journal/whole';

/*
 * The frozen journal file of version 1. It has a value in every field and must open for good; the file is never changed.
 */
const frozen = readFileSync(new URL('../../fixtures/backup-1.json', import.meta.url));

test('the frozen file of version 1 opens, and says what it always said', () => {
	const found: Omit<Whole, 'settings'> & { settings: CarriedSettings | null } = {
		...{ entries: [], versions: [], prompts: [] },
		settings: null
	};
	const reading = new JournalReading({
		entry: (one) => found.entries.push(one),
		version: (one) => found.versions.push(one),
		prompt: (one) => found.prompts.push(one),
		settings: (all) => (found.settings = all)
	});
	reading.push(frozen);
	const holds = reading.end();
	const said = JSON.parse(frozen.toString('utf8')) as Whole & { made: Moment };
	expect(found).toMatchObject({ entries: said.entries, versions: said.versions });
	expect(found).toMatchObject({ prompts: said.prompts, settings: said.settings });
	expect(holds).toMatchObject({ made: said.made, companions: ['walking-away'], entries: 3 });
	expect(holds).toMatchObject({ hidden: 1, sealed: 1, binned: 1, notes: 1, versions: 1 });
	expect([holds.from, holds.to]).toEqual(['2026-10-01', '2026-10-05']);
});

test('the form of version 1 is written as it was', () => {
	const said = JSON.parse(frozen.toString('utf8')) as Whole & { made: Moment; version: number };
	expect(said.version).toBe(1);
	expect(Buffer.concat([...journalFile(said, said.made)]).toString('utf8')).toBe(
		frozen.toString('utf8')
	);
});
