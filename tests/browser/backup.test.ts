import {
	BackupError,
	checkBackup,
	makeBackup,
	openBackup,
	type BackupFile,
	type BackupProgress
} from '$lib/backup/backup';
import { newEntry, type Entry } from '$lib/model/entry';
import { newMarginNote } from '$lib/model/margin-note';
import companion from '$lib/companion/walking-away.companion.md';
import { newLibraryItem } from '$lib/model/library-item';
import { newCustomPrompt } from '$lib/model/custom-prompt';
import { defaultSettings } from '$lib/model/settings';
import type { JournalSnapshot } from '$lib/model/snapshot';
import { newRecoveryCode } from '$lib/vault/vault';
import { beforeAll, expect, test } from 'vitest';
import { closeTestJournals, openTestJournal } from './open-test-journal';

/* Backups as a page makes and opens them: through a worker of their own. */

const passphrase = 'émigré boats in a quiet harbour';

function page(text: string): Entry {
	return { ...newEntry({ companion: 'walking-away' }), text, margin: [newMarginNote('later')] };
}
const whole: JournalSnapshot = {
	entries: Array.from({ length: 300 }, (_, index) => page(`page ${index} `.repeat(200))),
	versions: [],
	prompts: [newCustomPrompt('walking-away', 's4', 'What did the kitchen sound like?')],
	library: [newLibraryItem(companion)],
	settings: { ...defaultSettings, minutes: 30 }
};

let made: BackupFile;
const told: BackupProgress[] = [];
beforeAll(async () => {
	made = await makeBackup(whole, passphrase, { onProgress: (one) => told.push(one) });
}, 60_000);

async function refusal(work: Promise<unknown>): Promise<string> {
	const error: unknown = await work.then(
		() => null,
		(thrown: unknown) => thrown
	);
	return error instanceof BackupError ? error.code : String(error);
}

test('a backup is made, and opens as what it was', { timeout: 60_000 }, async () => {
	expect(made.name).toMatch(/^backup-\d{4}-\d\d-\d\d-\d{4}\.age$/);
	expect(made.summary).toMatchObject({
		entries: 300,
		marginNotes: 300,
		prompts: 1,
		library: 1,
		fileSize: made.file.size
	});
	const doing = told.map((one) => one.step);
	expect([...new Set(doing)]).toEqual(['key', 'writing', 'reading']);
	for (const { fraction } of told) expect(fraction >= 0 && fraction <= 1).toBe(true);
	// As it would be typed on another keyboard: the accents apart from their letters.
	const { summary, incoming } = await openBackup(made.file, passphrase.normalize('NFD'));
	expect(summary).toEqual(made.summary);
	const {
		folderCode: _,
		gone: __,
		showOriginal: ___,
		...settings
	} = { ...defaultSettings, ...whole.settings };
	expect(incoming).toEqual({ ...whole, settings, skipped: [] });
});

test(
	'checking a backup says what it holds, and nothing with another passphrase',
	{ timeout: 60_000 },
	async () => {
		expect(await checkBackup(made.file, passphrase)).toEqual(made.summary);
		expect(await refusal(checkBackup(made.file, 'another'))).toBe('wrong-passphrase');
		expect(await refusal(openBackup(made.file.slice(0, -1), passphrase))).toBe('damaged');
		expect(await refusal(openBackup(new Blob(['hello']), passphrase))).toBe('not-a-backup');
	}
);

test('a recovery code opens a backup, however it is typed', { timeout: 60_000 }, async () => {
	const code = await newRecoveryCode();
	const small = { ...whole, entries: whole.entries.slice(0, 3) };
	const { file } = await makeBackup(small, ` ${code.toLowerCase().replaceAll('-', ' ')}`);
	// It can hardly be guessed, so its key costs little.
	expect(await file.slice(0, 80).text()).toMatch(/-> scrypt \S+ 15\n/);
	expect(await made.file.slice(0, 80).text()).toMatch(/-> scrypt \S+ 17\n/);
	for (const typed of [code, code.replaceAll('0', 'o'), code.replaceAll('-', '')]) {
		expect((await openBackup(file, typed)).incoming.entries).toEqual(small.entries);
	}
});

test('making a backup stops at once when it is asked to, also while the key is derived', async () => {
	const before = new AbortController();
	before.abort();
	expect(await refusal(makeBackup(whole, passphrase, { signal: before.signal }))).toContain(
		'AbortError'
	);
	for (const doing of ['key', 'reading'] as const) {
		const stop = new AbortController();
		const onProgress = (progress: BackupProgress): void => {
			if (progress.step === doing) stop.abort();
		};
		const watch = { signal: stop.signal, onProgress };
		expect(await refusal(openBackup(made.file, passphrase, watch))).toContain('AbortError');
	}
});

test(
	'every field of every page goes from one journal through a backup into another',
	{ timeout: 60_000 },
	async () => {
		const one = await openTestJournal();
		await one.journal.importer.apply(whole);
		const { snapshot: before } = await one.journal.readSnapshot();
		const { file } = await makeBackup(before, passphrase);
		const { incoming } = await openBackup(file, passphrase);
		const other = await openTestJournal();
		await other.journal.importer.apply(incoming);
		expect((await (await other.again()).journal.readSnapshot()).snapshot).toEqual(before);
		expect(before.settings.minutes).toBe(30);
		closeTestJournals();
	}
);
