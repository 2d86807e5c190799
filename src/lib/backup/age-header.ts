import { hasAgeHeader } from '$lib/formats/in/detect-age';
import { BackupError } from './backup-error';
import { MAX_WORK_FACTOR } from './limits';

/*
 * The age format (age-encryption.org/v1) with a passphrase: what `age -p` writes and `age -d` opens. Its first
 * lines are text:
 *
 *   age-encryption.org/v1
 *   -> scrypt <salt> <cost>
 *   <the key of the file, wrapped>
 *   --- <a code over these lines>
 *
 * and behind them stand pieces of 64 KiB, each sealed for its place, so that none can be changed, moved or left out.
 */
const VERSION_LINE = 'age-encryption.org/v1\n';
const HEADER =
	/^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]{0,2})\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/;
/** As many bytes are read of a file to know it. Those lines are far shorter. */
const PREFIX_LENGTH = 1_024;

/** Whether a file begins as every age file does. Reads its first bytes alone. */
export async function isAgeFile(file: Blob): Promise<boolean> {
	return hasAgeHeader(await readFilePrefix(file));
}

/**
 * Returns the first lines of a file that a passphrase opens. Throws `not-a-backup`, `other-key`, or `too-costly`
 * before anything is spent on it.
 */
export async function readAgeHeader(file: Blob): Promise<Uint8Array> {
	const text = new TextDecoder('latin1').decode(await readFilePrefix(file));
	if (!text.startsWith(VERSION_LINE)) throw new BackupError('not-a-backup', 'not an age file');
	const match = HEADER.exec(text);
	if (!match) {
		if (text.startsWith(`${VERSION_LINE}-> `) && !text.startsWith(`${VERSION_LINE}-> scrypt `)) {
			throw new BackupError('other-key', 'sealed for a key');
		}
		throw new BackupError('damaged', 'its first lines are not whole');
	}
	if (Number(match[1]) > MAX_WORK_FACTOR) {
		throw new BackupError('too-costly', 'too costly a passphrase');
	}
	return new TextEncoder().encode(match[0]);
}

/** The first bytes of a file, by which it is known. Throws a BackupError where it cannot be read. */
export async function readFilePrefix(file: Blob): Promise<Uint8Array> {
	try {
		return new Uint8Array(await file.slice(0, PREFIX_LENGTH).arrayBuffer());
	} catch (cause) {
		throw fileErrorFrom(cause);
	}
}

/** Takes what failed while a file was read, and returns whether it was the file itself or what it holds. */
export function fileErrorFrom(cause: unknown): BackupError {
	if (cause instanceof BackupError) return cause;
	const name = cause instanceof Error ? cause.name : '';
	if (name === 'NotReadableError' || name === 'NotFoundError') {
		return new BackupError('unreadable-file', 'the file cannot be read', { cause });
	}
	return new BackupError('damaged', 'a piece of it does not open', { cause });
}
