import { BackupError } from '$lib/backup/backup-error';
import type { BackupSummary } from '$lib/backup/summary';
import { writeBackup, type BackupFile } from '$lib/backup/write-backup';
import { readBackup } from '$lib/backup/read-backup';
import { momentAt } from '$lib/model/moment';
import type { ExportedSettings } from '$lib/model/settings';
import type { JournalSnapshot } from '$lib/model/snapshot';

/* Backups as the worker makes and opens them, in Node, at hardly any cost of the key. */

export const secret = 'seven boats in a quiet harbour';
const COST = 2;
export const created = momentAt(Date.UTC(2026, 10, 22, 21, 47), 'Europe/Lisbon');
const nobody = (): void => undefined;

export function backupOf(whole: JournalSnapshot): Promise<BackupFile> {
	return writeBackup({ snapshot: whole, secret, workFactor: COST, created, onProgress: nobody });
}

/** Opens a backup; `settings` is null as long as none were handed over. */
export async function open(
	file: Blob,
	secrets: readonly string[] = [secret]
): Promise<{
	holds: BackupSummary;
	whole: Omit<JournalSnapshot, 'settings'> & { settings: ExportedSettings | null };
}> {
	const whole = {
		...{ entries: [], versions: [], prompts: [], library: [] },
		settings: null
	} as Awaited<ReturnType<typeof open>>['whole'];
	const options = { file, secrets, unpackAll: false, onProgress: nobody };
	const holds = await readBackup(options, {
		entry: (one) => whole.entries.push(one),
		version: (one) => whole.versions.push(one),
		prompt: (one) => whole.prompts.push(one),
		libraryItem: (one) => whole.library.push(one),
		settings: (all) => (whole.settings = all)
	});
	return { holds, whole };
}

/** The code with which work is refused; throws if it is not. */
export async function refusal(work: Promise<unknown>): Promise<string> {
	try {
		await work;
	} catch (error) {
		if (error instanceof BackupError) return error.code;
		throw error;
	}
	throw new Error('it was not refused');
}
