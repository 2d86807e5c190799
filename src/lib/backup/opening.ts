import { readZipStream } from '$lib/zip/zip';
import { fileKeyOf, openedWith } from './age-file';
import { withoutArmour } from './armour';
import { linesOf } from './age-lines';
import { BackupError, backupErrorFrom } from './backup-error';
import type { Holds, Progress } from './holds';
import { JOURNAL_FILE } from './journal-file';
import { JournalReading, type Sink } from './journal-reading';
import { archiveLimits, MAX_FILE_SIZE } from './limits';

/** How a backup is opened. */
export interface Opening {
	file: Blob;
	/** The secret in the forms in which it may have been given, tried in this order. */
	secrets: readonly string[];
	/** Whether every file in it is unpacked, and not the journal alone. */
	thorough: boolean;
	tell: (progress: Progress) => void;
}

/**
 * Opens a backup: hands over each record to `sink` as it is read, and returns what it holds. Only when that has
 * returned is it certain that the file is whole; what was handed over before an error must not be used.
 */
export async function opening(
	{ file: given, secrets, thorough, tell }: Opening,
	sink: Sink
): Promise<Holds> {
	const file = await withoutArmour(given);
	const lines = await linesOf(file);
	if (file.size > MAX_FILE_SIZE) throw new BackupError('too-large', 'larger than is opened here');
	tell({ doing: 'key', part: 0 });
	const key = await fileKeyOf(lines, secrets);
	if (!key) throw new BackupError('wrong-passphrase', 'it does not open with this');
	async function* told(): AsyncGenerator<Uint8Array> {
		let read = 0;
		for await (const piece of openedWith(file, key as Uint8Array)) {
			read += piece.length;
			tell({ doing: 'reading', part: Math.min(1, read / file.size) });
			yield piece;
		}
	}
	const journal = new JournalReading(sink);
	const other = thorough ? (): void => undefined : null;
	let names: string[];
	try {
		names = await readZipStream(told(), archiveLimits, (name) =>
			name === JOURNAL_FILE ? (chunk) => journal.push(chunk) : other
		);
	} catch (cause) {
		throw backupErrorFrom(cause);
	}
	if (!names.includes(JOURNAL_FILE)) throw new BackupError('not-a-backup', 'no journal in it');
	return { ...journal.end(), size: file.size };
}
