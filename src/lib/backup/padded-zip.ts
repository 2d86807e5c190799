import { deflated, DeflateStream, dosDateTime, stored, ZipStreamWriter } from '$lib/zip/zip';
import type { EntryData } from '$lib/zip/zip';
import { archiveLimits } from './limits';

/** fflate's quickest level packs a journal a tenth larger than the usual one, in a third of the time. */
const COMPRESSION_LEVEL = 1;
/** The last entry of every backup. */
const PADDING = 'padding';

/** A file to pack; the bytes of a large one come in chunks. */
export interface ZipFile {
	name: string;
	bytes: Uint8Array | Iterable<Uint8Array>;
}

/**
 * Packs files into a ZIP archive, as a generator of its bytes. The last entry, `padding`, holds zeros, as many as bring
 * the whole to the size that `padded` makes of it, both in bytes. Throws a ZipError `too-large`.
 */
export function* paddedZip(
	files: Iterable<ZipFile>,
	created: Date,
	paddedSize: (size: number) => number
): Generator<Uint8Array, void> {
	const writer = new ZipStreamWriter(archiveLimits.entries);
	const modified = dosDateTime(created);
	for (const { name, bytes } of files) yield* writer.add(name, modified, compressed(bytes));
	const size = writer.sizeWith(PADDING);
	const zeros = { [Symbol.iterator]: () => zerosOf(paddedSize(size) - size) };
	yield* writer.add(PADDING, modified, stored(zeros));
	yield* writer.end();
}

function compressed(bytes: Uint8Array | Iterable<Uint8Array>): EntryData {
	if (bytes instanceof Uint8Array) return deflated(bytes, COMPRESSION_LEVEL);
	const stream = new DeflateStream(COMPRESSION_LEVEL);
	for (const chunk of bytes) stream.push(chunk);
	return stream.end();
}

function* zerosOf(size: number): Generator<Uint8Array, void> {
	const chunk = new Uint8Array(64 * 1024);
	for (let left = size; left > 0; left -= chunk.length) yield chunk.subarray(0, left);
}
