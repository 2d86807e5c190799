import { Inflate, inflateSync } from 'fflate';
import { concatBytes } from '$lib/bytes/bytes';
import { crc32 } from './crc32';
import { ZipError } from './zip-error';
import { DEFLATED, STORED, type DataFields } from './zip-format';

/** Compressed bytes that are inflated at once: deflate makes up to 1,032 times as many of them. */
const STEP = 16_384;
/** Bytes, compressed and not, up to which an entry is inflated in one go, which is far quicker. */
const MAX_AT_ONCE = 65_536;

/**
 * Decompresses the file data of an entry, and checks it against its headers: what comes out is counted as it comes, so
 * no more of it is made than they say and one step beyond, and at the end its CRC-32 is compared. Only when the last
 * chunk is out is it certain that the data is whole.
 *
 * Throws a ZipError `damaged`, or `unsupported` for another compression method.
 */
export async function* decompressed(
	compressed: AsyncIterable<Uint8Array>,
	{ method, crc, compressedSize, uncompressedSize }: DataFields
): AsyncGenerator<Uint8Array, void> {
	if (method !== STORED && method !== DEFLATED) {
		throw new ZipError('unsupported', `compression method ${method}`);
	}
	const isSmall = compressedSize <= MAX_AT_ONCE && uncompressedSize <= MAX_AT_ONCE;
	const inflate = isSmall ? inflatedAtOnce : inflated;
	let length = 0;
	let sum = 0;
	for await (const chunk of method === STORED
		? compressed
		: inflate(compressed, uncompressedSize)) {
		length += chunk.length;
		if (length > uncompressedSize) throw new ZipError('damaged', 'an entry is longer than it says');
		sum = crc32(chunk, sum);
		yield chunk;
	}
	if (length !== uncompressedSize || sum !== crc) {
		throw new ZipError('damaged', 'an entry is not as it was written');
	}
}

async function* inflatedAtOnce(
	compressed: AsyncIterable<Uint8Array>,
	size: number
): AsyncGenerator<Uint8Array, void> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of compressed) chunks.push(chunk);
	// What does not fit into the room is left away, and missing from the sum.
	yield orDamaged(() => inflateSync(concatBytes(chunks), { out: new Uint8Array(size) }));
}

async function* inflated(compressed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
	let out: Uint8Array[] = [];
	const inflate = new Inflate((chunk) => out.push(chunk));
	function push(bytes: Uint8Array, isLast: boolean): Uint8Array[] {
		out = [];
		orDamaged(() => {
			inflate.push(bytes, isLast);
		});
		return out;
	}
	for await (const chunk of compressed) {
		for (let at = 0; at < chunk.length; at += STEP) {
			yield* push(chunk.subarray(at, at + STEP), false);
		}
	}
	yield* push(new Uint8Array(), true);
}

function orDamaged<T>(work: () => T): T {
	try {
		return work();
	} catch (cause) {
		throw new ZipError('damaged', 'the data of an entry cannot be inflated', { cause });
	}
}
