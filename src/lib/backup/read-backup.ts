import { readZipStream } from '$lib/zip/zip';
import { unwrapFileKey, decryptStream } from './age-file';
import { removeArmor } from './armor';
import { readAgeHeader } from './age-header';
import { BackupError, backupErrorFrom } from './backup-error';
import type { BackupSummary, BackupProgress } from './summary';
import { JOURNAL_FILE_NAME } from './journal-file';
import { JournalFileReader, type RecordSink } from './journal-file-reader';
import { archiveLimits, MAX_FILE_SIZE } from './limits';

/** How a backup is opened. */
export interface ReadBackupOptions {
	file: Blob;
	/** The secret in the forms in which it may have been given, tried in this order. */
	secrets: readonly string[];
	/** Whether every file in it is unpacked, and not the journal alone. */
	unpackAll: boolean;
	onProgress: (progress: BackupProgress) => void;
}

/**
 * Opens a backup: hands over each record to `sink` as it is read, and returns what it holds. Only when that has
 * returned is it certain that the file is whole; what was handed over before an error must not be used.
 */
export async function readBackup(
	{ file: input, secrets, unpackAll, onProgress }: ReadBackupOptions,
	sink: RecordSink
): Promise<BackupSummary> {
	const file = await removeArmor(input);
	const header = await readAgeHeader(file);
	if (file.size > MAX_FILE_SIZE) throw new BackupError('too-large', 'larger than is opened here');
	onProgress({ step: 'key', fraction: 0 });
	const fileKey = await unwrapFileKey(header, secrets);
	if (!fileKey) throw new BackupError('wrong-passphrase', 'it does not open with this');
	async function* decryptedChunks(): AsyncGenerator<Uint8Array> {
		let read = 0;
		for await (const piece of decryptStream(file, fileKey as Uint8Array)) {
			read += piece.length;
			onProgress({ step: 'reading', fraction: Math.min(1, read / file.size) });
			yield piece;
		}
	}
	const journal = new JournalFileReader(sink);
	const onOtherFile = unpackAll ? (): void => undefined : null;
	let names: string[];
	try {
		names = await readZipStream(decryptedChunks(), archiveLimits, (name) =>
			name === JOURNAL_FILE_NAME ? (chunk) => journal.push(chunk) : onOtherFile
		);
	} catch (cause) {
		throw backupErrorFrom(cause);
	}
	if (!names.includes(JOURNAL_FILE_NAME)) throw new BackupError('not-a-backup', 'no journal in it');
	return { ...journal.end(), fileSize: file.size };
}
