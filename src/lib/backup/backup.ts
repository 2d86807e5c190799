/**
 * Backups: the whole journal in one file, which this app and the `age` program open.
 *
 * Inside the age file is a zip: journal.json with everything, a Markdown file for each page, and a README that says
 * how it is opened. It is padded, and its name says nothing of the subject. Making, checking and opening run in a
 * worker of their own, which ends with the work; a new backup is opened again and compared before anyone is given it.
 * Opening changes nothing: it returns what a file holds, every field of it looked at, or refuses the file whole with
 * one code. docs/backup-format.md says what stands where.
 */
import type { WorkOptions } from '$lib/work/progress';
import { emptyImportData, type ImportData } from '$lib/formats/in/import-data';
import { momentAt } from '$lib/model/moment';
import { addPart, type JournalSnapshot } from '$lib/model/snapshot';
import { parseCode, formatCode } from '$lib/vault/vault';
import { WorkerClient } from '$lib/worker/worker';
import { BackupError, backupErrorCodes } from './backup-error';
import type { BackupCalls, MakeRequest, OpenRequest } from './backup-worker';
import workerUrl from './backup-worker?worker&url';
import { splitSnapshot } from './snapshot-parts';
import type { BackupSummary, BackupProgress } from './summary';
import type { BackupFile } from './write-backup';

export { isAgeFile } from './age-header';
export { BackupError, type BackupErrorCode } from './backup-error';
export { backupName, decryptCommand, parseBackupName, type BackupName } from './file-names';
export type { BackupSummary, BackupProgress } from './summary';
export type { BackupFile } from './write-backup';

/** Progress and cancellation of making, checking or opening a backup. */
export type BackupWork = WorkOptions<BackupProgress>;

/** What a backup holds, and all of it. */
export interface OpenedBackup {
	summary: BackupSummary;
	incoming: ImportData;
}

/**
 * The exponent of scrypt's cost: 128 MB and a second or two for a passphrase, which a weak phone can still spare. A
 * recovery code cannot be guessed at any cost, so it needs hardly any.
 */
const WORK_FACTORS = { passphrase: 17, code: 15 };
/** Milliseconds without a response or progress: a key may take half a minute on a weak phone. */
const TIMEOUT_MS = 120_000;

/**
 * Makes a backup that this secret opens: a passphrase, or a recovery code as a person typed it. Where it is a
 * code, the file opens with the code as it is shown. Throws a BackupError.
 */
export async function makeBackup(
	snapshot: JournalSnapshot,
	secret: string,
	work: BackupWork = {}
): Promise<BackupFile> {
	const [first = secret] = await secretVariants(secret);
	const workFactor = (await parseCode(secret)) ? WORK_FACTORS.code : WORK_FACTORS.passphrase;
	return runInWorker(work, async (worker) => {
		for (const part of splitSnapshot(snapshot)) await worker.call('put', part);
		const request: MakeRequest = { secret: first, workFactor, created: momentAt(Date.now()) };
		return worker.call('make', request);
	});
}

/** Reads a whole backup and says what it holds, without keeping any of it. Throws a BackupError. */
export async function checkBackup(
	file: Blob,
	secret: string,
	work: BackupWork = {}
): Promise<BackupSummary> {
	const request: OpenRequest = { file, secrets: await secretVariants(secret), checkOnly: true };
	return runInWorker(work, (worker) => worker.call('open', request));
}

/** Opens a backup and returns all it holds. Throws a BackupError. */
export async function openBackup(
	file: Blob,
	secret: string,
	work: BackupWork = {}
): Promise<OpenedBackup> {
	const request: OpenRequest = { file, secrets: await secretVariants(secret), checkOnly: false };
	return runInWorker(work, async (worker) => {
		const summary = await worker.call('open', request);
		const incoming = emptyImportData();
		for (;;) {
			const part = await worker.call('next');
			if (!part) return { summary, incoming };
			addPart(incoming, part);
		}
	});
}

/**
 * The forms of a secret, likeliest first: a recovery code as it is shown, whatever way it was typed; a passphrase as
 * it is written on any keyboard (NFKC), and, for a file that another program made, letter for letter.
 */
async function secretVariants(secret: string): Promise<string[]> {
	const code = await parseCode(secret);
	const variants = code ? [await formatCode(code), secret] : [secret.normalize('NFKC'), secret];
	return [...new Set(variants)];
}

type BackupWorker = WorkerClient<BackupCalls, BackupProgress>;

async function runInWorker<T>(
	{ signal, onProgress }: BackupWork,
	run: (worker: BackupWorker) => Promise<T>
): Promise<T> {
	signal?.throwIfAborted();
	let worker: BackupWorker | null = null;
	const stop = (): void => worker?.terminate();
	try {
		worker = new WorkerClient(workerUrl, {
			reviveError,
			timeoutMs: TIMEOUT_MS,
			onProgress: (progress: BackupProgress) => onProgress?.(progress)
		});
		signal?.addEventListener('abort', stop);
		return await run(worker);
	} catch (cause) {
		signal?.throwIfAborted();
		if (cause instanceof BackupError) throw cause;
		throw new BackupError('no-worker', 'the work on a backup failed', { cause });
	} finally {
		signal?.removeEventListener('abort', stop);
		worker?.terminate();
	}
}

function reviveError(code: string, message: string): BackupError {
	const known = backupErrorCodes.find((one) => one === code);
	return new BackupError(known ?? 'unknown', message);
}
