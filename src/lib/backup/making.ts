import { markdownPage } from '$lib/formats/markdown-page';
import type { Moment } from '$lib/model/moment';
import type { JournalSnapshot } from '$lib/model/snapshot';
import { sealed } from './age-file';
import { BackupError } from './backup-error';
import { backupName } from './file-name';
import type { Holds, Progress } from './holds';
import { JOURNAL_FILE, journalFile } from './journal-file';
import type { Sink } from './journal-reading';
import { archiveLimits, MAX_FILE_SIZE } from './limits';
import { opening } from './opening';
import { paddedZip, type ZipFile } from './padded-zip';
import { PageNames } from './page-names';
import { readme } from './readme';
import { sameAs } from './same';
import { sizeClass } from './size-class';

/** Of each page everything that a file for other programs can say. */
const ALL_SAID = { questions: true, margin: true, checkIns: true };

/** How a backup is made. */
export interface Making {
	snapshot: JournalSnapshot;
	secret: string;
	/** The exponent of the cost of scrypt. */
	cost: number;
	made: Moment;
	tell: (progress: Progress) => void;
}

/** A backup that was opened again and compared. */
export interface Made {
	file: Blob;
	name: string;
	holds: Holds;
}

/**
 * Packs and seals a journal, opens the file again, and compares every record with what went in. Throws `not-equal`
 * where that is not the same, and `too-large`; then there is no file.
 */
export async function making({ snapshot, secret, cost, made, tell }: Making): Promise<Made> {
	const name = backupName(made);
	// README, journal and padding are files too.
	if (snapshot.entries.length > archiveLimits.entries - 3) {
		throw new BackupError('too-large', 'too many pages');
	}
	tell({ doing: 'key', part: 0 });
	const pieces = paddedZip(filesOf(snapshot, made, name, tell), new Date(made.at), sizeClass);
	const parts: BlobPart[] = [];
	let size = 0;
	for await (const piece of await sealed(gathered(pieces), secret, cost)) {
		parts.push(piece as Uint8Array<ArrayBuffer>);
		size += piece.length;
		if (size > MAX_FILE_SIZE) throw new BackupError('too-large', 'larger than is opened here');
	}
	const file = new Blob(parts, { type: 'application/octet-stream' });
	return { file, name, holds: await compared(file, snapshot, secret, tell) };
}

function* filesOf(
	snapshot: JournalSnapshot,
	made: Moment,
	name: string,
	tell: Making['tell']
): Generator<ZipFile> {
	const encoder = new TextEncoder();
	const { entries, versions } = snapshot;
	// Every page is written twice, and each takes about as long as an earlier text.
	const all = 2 * entries.length + versions.length;
	let done = 0;
	function counted(piece: Uint8Array): Uint8Array {
		done += 1;
		tell({ doing: 'writing', part: Math.min(1, done / all) });
		return piece;
	}
	function* journal(): Generator<Uint8Array> {
		for (const piece of journalFile(snapshot, made)) yield counted(piece);
	}
	yield { name: 'README.txt', bytes: encoder.encode(readme(name, snapshot)) };
	yield { name: JOURNAL_FILE, bytes: journal() };
	const names = new PageNames();
	for (const entry of entries) {
		const bytes = counted(encoder.encode(markdownPage(entry, ALL_SAID)));
		yield { name: names.nameOf(entry), bytes };
	}
}

/** The bytes as a stream of larger pieces: each one that passes costs the same, however short it is. */
function gathered(pieces: Iterator<Uint8Array>): ReadableStream<Uint8Array> {
	return new ReadableStream<Uint8Array>(
		{
			pull(controller) {
				const held: Uint8Array[] = [];
				let length = 0;
				while (length < 256 * 1024) {
					const next = pieces.next();
					if (next.done) break;
					held.push(next.value);
					length += next.value.length;
				}
				if (length === 0) {
					controller.close();
					return;
				}
				const whole = new Uint8Array(length);
				let at = 0;
				for (const piece of held) {
					whole.set(piece, at);
					at += piece.length;
				}
				controller.enqueue(whole);
			}
		},
		{ highWaterMark: 1 }
	);
}

async function compared(
	file: Blob,
	snapshot: JournalSnapshot,
	secret: string,
	tell: Making['tell']
): Promise<Holds> {
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
			if (next.done || !sameAs(one, next.value)) {
				throw new BackupError('not-equal', `another ${kind} than was written`);
			}
		};
	const sink: Sink = {
		entry: compare('entry'),
		version: compare('version'),
		prompt: compare('prompt'),
		companion: compare('companion'),
		settings: compare('settings')
	};
	let holds: Holds;
	try {
		holds = await opening({ file, secrets: [secret], thorough: true, tell }, sink);
	} catch (cause) {
		const { code } = cause as Partial<BackupError>;
		if (code === 'no-memory' || cause instanceof RangeError) throw cause;
		throw new BackupError('not-equal', 'it does not open as it should', { cause });
	}
	for (const [kind, left] of Object.entries(expected)) {
		if (!left.next().done) throw new BackupError('not-equal', `a ${kind} is missing`);
	}
	return holds;
}
