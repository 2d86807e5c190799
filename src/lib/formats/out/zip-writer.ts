import {
	deflated,
	DeflateStream,
	dosDateTime,
	ZipStreamWriter,
	type EntryData
} from '$lib/zip/zip';
import type { Yielder } from '$lib/work/yielder';
import { concatBytes } from '$lib/bytes/bytes';
import { formatErrorFrom } from '$lib/formats/zip-errors';
import { toUtcInstant, toPlainDateTime } from '$lib/formats/dates/time-zone';

/** A file to be put into an archive. */
export interface FileToArchive {
	/** Of letters, figures, spaces, hyphens, dots and slashes. */
	path: string;
	/** Its text, in as many pieces as are convenient. */
	pieces: Iterable<string>;
	/** What the archive says of its age: what a clock in this zone showed then. */
	at: number;
	zone: string;
}

/** Bytes of text that are deflated in one go; more goes through piece by piece. */
const AT_ONCE = 262_144;
/** How hard it is compressed. */
const LEVEL = 6;

/** Packs files, `count` of them, into an archive. Rejects with a FormatError `too-large`. */
export async function writeArchive(
	files: Iterable<FileToArchive>,
	count: number,
	yielder: Yielder
): Promise<Blob> {
	const writer = new ZipStreamWriter(count);
	const parts: Uint8Array[] = [];
	let done = 0;
	try {
		for (const { path, pieces, at, zone } of files) {
			const data = await compressed(pieces, yielder, (done + 0.5) / count);
			const modified = dosDateTime(new Date(toUtcInstant(toPlainDateTime(at, zone))));
			for (const part of writer.add(path, modified, data)) parts.push(part);
			done += 1;
		}
		for (const part of writer.end()) parts.push(part);
	} catch (error) {
		throw formatErrorFrom(error);
	}
	return new Blob(parts as BlobPart[], { type: 'application/zip' });
}

/** Deflates a text as its pieces come; `done` of all is done meanwhile. */
async function compressed(
	pieces: Iterable<string>,
	yielder: Yielder,
	done: number
): Promise<EntryData> {
	const encoder = new TextEncoder();
	let stream: DeflateStream | null = null;
	let held: Uint8Array[] = [];
	let heldBytes = 0;
	for (const piece of pieces) {
		const bytes = encoder.encode(piece);
		held.push(bytes);
		heldBytes += bytes.length;
		await yielder.yieldIfDue(done);
		if (heldBytes < AT_ONCE) continue;
		stream ??= new DeflateStream(LEVEL);
		stream.push(concatBytes(held));
		held = [];
		heldBytes = 0;
	}
	// A small file needs none of the room that a stream takes.
	if (!stream) return deflated(concatBytes(held), LEVEL);
	stream.push(concatBytes(held));
	return stream.end();
}
