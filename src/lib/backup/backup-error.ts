import { ZipError, type ZipErrorCode } from '$lib/zip/zip';

/**
 * - `not-a-backup`: a file of another kind, or one that this app did not pack
 * - `other-key`: an age file for a key; only those for a passphrase are opened here
 * - `too-costly`: its passphrase asks for more memory than age's own setting does
 * - `wrong-passphrase`: it does not open with this; a file whose first lines are damaged looks the same
 * - `damaged`: cut off, changed on its way, or not in the form that a backup has
 * - `too-large`: more than is opened here, or more than a backup can hold
 * - `newer-format`: made by a later version of the app
 * - `unreadable-file`: the browser could not read the file, or it changed meanwhile
 * - `not-equal`: a new backup that, opened again, was not what went into it; it is not handed out
 * - `no-memory`: this device could not spare the memory
 * - `no-worker`: the work could not be started, or has died
 */
export const backupErrorCodes = [
	'not-a-backup',
	'other-key',
	'too-costly',
	'wrong-passphrase',
	'damaged',
	'too-large',
	'newer-format',
	'unreadable-file',
	'not-equal',
	'no-memory',
	'no-worker',
	'unknown'
] as const;
export type BackupErrorCode = (typeof backupErrorCodes)[number];

/** A backup that is not made, or not opened. Nothing was changed by it. Its message names no word of a page. */
export class BackupError extends Error {
	override name = 'BackupError';
	readonly code: BackupErrorCode;
	constructor(code: BackupErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}

/** What is wrong with a backup whose archive is not read, or not written. */
const zipErrors: Readonly<Record<ZipErrorCode, BackupErrorCode>> = {
	damaged: 'damaged',
	unsupported: 'not-a-backup',
	'too-large': 'too-large',
	bomb: 'too-large'
};

/** Takes what was thrown and returns the BackupError it stands for. */
export function backupErrorFrom(error: unknown): BackupError {
	if (error instanceof BackupError) return error;
	if (error instanceof ZipError) {
		return new BackupError(zipErrors[error.code], error.message, { cause: error });
	}
	const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
	// An ArrayBuffer that is not to be had is a RangeError in every browser.
	if (name === 'RangeError') return new BackupError('no-memory', message, { cause: error });
	return new BackupError('unknown', message, { cause: error });
}
