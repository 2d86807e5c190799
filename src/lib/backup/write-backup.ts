import { concatBytes } from '$lib/bytes/bytes';
import { markdownEntry } from '$lib/formats/out/markdown-entry';
import type { Moment } from '$lib/model/moment';
import type { JournalSnapshot } from '$lib/model/snapshot';
import { encryptStream } from './age-file';
import { BackupError } from './backup-error';
import { backupName, EntryFileNames } from './file-names';
import type { BackupSummary, BackupProgress } from './summary';
import { JOURNAL_FILE_NAME, writeJournalFile } from './journal-file';
import type { RecordSink } from './journal-file-reader';
import { archiveLimits, MAX_FILE_SIZE } from './limits';
import { readBackup } from './read-backup';
import { paddedZip, type ZipFile } from './padded-zip';
import { readme } from './readme';
import { matchesObject } from './matches-object';
import { paddedSize } from './padded-size';

/** Of each page everything that a file for other programs can say. */
const ALL_FIELDS = { questions: true, margin: true, checkIns: true };

/** How a backup is made. */
export interface WriteBackupOptions {
	snapshot: JournalSnapshot;
	secret: string;
	/** The exponent of the cost of scrypt. */
	workFactor: number;
	created: Moment;
	onProgress: (progress: BackupProgress) => void;
}

/** A backup that was opened again and compared. */
export interface BackupFile {
	file: Blob;
	name: string;
	summary: BackupSummary;
}

/**
 * Packs and seals a journal, opens the file again, and compares every record with what went in. Throws `not-equal`
 * where that is not the same, and `too-large`; then there is no file.
 */
export async function writeBackup({
	snapshot,
	secret,
	workFactor,
	created,
	onProgress
}: WriteBackupOptions): Promise<BackupFile> {
	const name = backupName(created);
	// README, journal and padding are files too.
	if (snapshot.entries.length > archiveLimits.entries - 3) {
		throw new BackupError('too-large', 'too many pages');
	}
	onProgress({ step: 'key', fraction: 0 });
	const pieces = paddedZip(
		backupFiles(snapshot, created, name, onProgress),
		new Date(created.at),
		paddedSize
	);
	const parts: BlobPart[] = [];
	let size = 0;
	for await (const piece of await encryptStream(toStream(pieces), secret, workFactor)) {
		parts.push(piece as Uint8Array<ArrayBuffer>);
		size += piece.length;
		if (size > MAX_FILE_SIZE) throw new BackupError('too-large', 'larger than is opened here');
	}
	const file = new Blob(parts, { type: 'application/octet-stream' });
	return { file, name, summary: await verifyBackup(file, snapshot, secret, onProgress) };
}

function* backupFiles(
	snapshot: JournalSnapshot,
	created: Moment,
	name: string,
	onProgress: WriteBackupOptions['onProgress']
): Generator<ZipFile> {
	const encoder = new TextEncoder();
	const { entries, versions } = snapshot;
	// Every page is written twice, and each takes about as long as an earlier text.
	const total = 2 * entries.length + versions.length;
	let done = 0;
	function counted(piece: Uint8Array): Uint8Array {
		done += 1;
		onProgress({ step: 'writing', fraction: Math.min(1, done / total) });
		return piece;
	}
	function* journal(): Generator<Uint8Array> {
		for (const piece of writeJournalFile(snapshot, created)) yield counted(piece);
	}
	yield { name: 'README.txt', bytes: encoder.encode(readme(name, snapshot)) };
	yield { name: JOURNAL_FILE_NAME, bytes: journal() };
	const names = new EntryFileNames();
	for (const entry of entries) {
		const bytes = counted(encoder.encode(markdownEntry(entry, ALL_FIELDS)));
		yield { name: names.nameFor(entry), bytes };
	}
}

/** The bytes as a stream of larger pieces: each one that passes costs the same, however short it is. */
function toStream(pieces: Iterator<Uint8Array>): ReadableStream<Uint8Array> {
	return new ReadableStream<Uint8Array>(
		{
			pull(controller) {
				const chunks: Uint8Array[] = [];
				let length = 0;
				while (length < 256 * 1024) {
					const next = pieces.next();
					if (next.done) break;
					chunks.push(next.value);
					length += next.value.length;
				}
				if (length === 0) {
					controller.close();
					return;
				}
				controller.enqueue(concatBytes(chunks));
			}
		},
		{ highWaterMark: 1 }
	);
}

async function verifyBackup(
	file: Blob,
	snapshot: JournalSnapshot,
	secret: string,
	onProgress: WriteBackupOptions['onProgress']
): Promise<BackupSummary> {
	const expected = {
		entry: snapshot.entries.values(),
		version: snapshot.versions.values(),
		prompt: snapshot.prompts.values(),
		companion: snapshot.library.values(),
		settings: [snapshot.settings].values()
	};
	const compare =
		(kind: keyof typeof expected) =>
		(one: unknown): void => {
			const next = expected[kind].next();
			if (next.done || !matchesObject(one, next.value)) {
				throw new BackupError('not-equal', `another ${kind} than was written`);
			}
		};
	const sink: RecordSink = {
		entry: compare('entry'),
		version: compare('version'),
		prompt: compare('prompt'),
		libraryItem: compare('companion'),
		settings: compare('settings')
	};
	let summary: BackupSummary;
	try {
		summary = await readBackup({ file, secrets: [secret], unpackAll: true, onProgress }, sink);
	} catch (cause) {
		const { code } = cause as Partial<BackupError>;
		if (code === 'no-memory' || cause instanceof RangeError) throw cause;
		throw new BackupError('not-equal', 'it does not open as it should', { cause });
	}
	for (const [kind, remaining] of Object.entries(expected)) {
		if (!remaining.next().done) throw new BackupError('not-equal', `a ${kind} is missing`);
	}
	return summary;
}
