import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBackupName } from '$lib/backup/file-names';
import { paddedSize } from '$lib/backup/padded-size';
import type { Entry } from '$lib/model/entry';
import { defaultSettings } from '$lib/model/settings';
import type { JournalSnapshot } from '$lib/model/snapshot';
import { tries } from '../../thorough';
import { backupOf, created, open, refusal } from './backups';
import { journals } from './journals';

const nothing: Pick<JournalSnapshot, 'versions' | 'prompts' | 'library' | 'entries'> = {
	...{ entries: [], versions: [], prompts: [], library: [] }
};

test('what is taken out comes back, equal in every field', { timeout: 120_000 }, async () => {
	await fc.assert(
		fc.asyncProperty(journals(), async (whole) => {
			const { file, summary } = await backupOf(whole);
			const opened = await open(file);
			expect(opened.whole).toEqual(whole);
			expect(opened.holds).toEqual(summary);
			const { entries, versions, prompts } = summary;
			expect([entries, versions, prompts]).toEqual([
				whole.entries.length,
				whole.versions.length,
				whole.prompts.length
			]);
			expect(summary.hidden).toBe(whole.entries.filter(({ hidden }) => hidden).length);
			expect(summary.binned).toBe(whole.entries.filter(({ binned }) => binned).length);
		}),
		tries(60, 1)
	);
});

test('the file has the length of its class, and a name that says nothing', async () => {
	const empty = { ...nothing, settings: defaultSettings };
	const { file, name } = await backupOf(empty);
	expect(name).toBe('backup-2026-11-22-2147.age');
	expect(parseBackupName(name)).not.toBeNull();
	// What age adds: its first lines, a nonce, and sixteen bytes for each piece of 64 KiB.
	const lines = (await file.slice(0, 300).text()).indexOf('\n--- ') + 5 + 43 + 1;
	expect(file.size).toBe(lines + 16 + paddedSize(1) + 16 * (paddedSize(1) / 65_536));
	expect((await open(file)).holds).toMatchObject({
		created,
		entries: 0,
		firstDay: null,
		lastDay: null
	});
});

test('a class holds at most an eighth more than is needed, and there are few', () => {
	const classes = new Set<number>();
	for (let length = 1; length < 300_000_000; length = Math.ceil(length * 1.001)) {
		const padded = paddedSize(length);
		classes.add(padded);
		expect(padded).toBeGreaterThanOrEqual(length);
		if (length > 256 * 1024) expect(padded / length).toBeLessThanOrEqual(1.125);
	}
	expect(classes.size).toBeLessThan(90);
});

test('the first secret that opens it does', async () => {
	const empty = { ...nothing, settings: defaultSettings };
	const { file } = await backupOf(empty);
	expect((await open(file, ['no', 'seven boats in a quiet harbour'])).holds.entries).toBe(0);
	expect(await refusal(open(file, ['no', 'neither']))).toBe('wrong-passphrase');
});

test('a field that a later version gave a record stays out of the file, and takes nothing with it', async () => {
	const later = { ...defaultSettings, sounds: ['rain'] };
	const { file } = await backupOf({ ...nothing, settings: later });
	const { folderCode: _, gone: __, showOriginal: ___, ...carried } = defaultSettings;
	expect((await open(file)).whole.settings).toEqual(carried);
});

test('more pages than a zip can name are refused before any work', async () => {
	const entries = new Array<Entry>(65_000);
	const whole = { ...nothing, entries, settings: defaultSettings };
	expect(await refusal(backupOf(whole))).toBe('too-large');
});
