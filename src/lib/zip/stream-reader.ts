import { ByteStream } from './byte-stream';
import { decompressed } from './decompress';
import { readCentralHeader, readLocalHeader, signatureOf, viewOf } from './headers';
import { ZipError } from './zip-error';
import {
	CENTRAL_HEADER_SIZE,
	DEFLATED,
	END,
	END_SIZE,
	FLAG_LEVEL,
	FLAG_UTF8,
	LOCAL_HEADER,
	LOCAL_HEADER_SIZE,
	STORED,
	type DataFields,
	type HeaderFields
} from './zip-format';

/** How much an archive may claim. Each entry is held against it before anything of it is decompressed. */
export interface ZipLimits {
	entries: number;
	/** Bytes that all entries decompress to. */
	uncompressed: number;
	/** How many times its compressed size an entry may be, once it has more than `ratioFrom` bytes. */
	ratio: number;
	ratioFrom: number;
}

/** An entry, as its local file header describes it. */
interface Entry extends HeaderFields {
	name: string;
	/** Where that header begins. */
	offset: number;
}

/** Takes the decompressed data of an entry, chunk by chunk. */
export type TakeChunk = (chunk: Uint8Array) => void;

/**
 * Reads a ZIP archive from its beginning as it arrives, so that no more of it is in memory than a chunk. It has to be
 * of the kind that `ZipStreamWriter` writes. `open` is asked about each entry, and returns what takes its data; null
 * skips it. Returns the names of the entries in their order, once the central directory at the end was found to say
 * exactly what the local file headers said; only then is it certain that the archive is whole.
 *
 * Throws a ZipError: `damaged` for what is cut off, contradicts itself or names a path outside, `too-large` and `bomb`
 * for what exceeds the limits, `unsupported` for an archive of another kind.
 */
export async function readZipStream(
	source: AsyncIterable<Uint8Array>,
	limits: ZipLimits,
	open: (name: string) => TakeChunk | null
): Promise<string[]> {
	const stream = new ByteStream(source);
	const entries = new Map<string, Entry>();
	let uncompressed = 0;
	while (signatureOf(await stream.peek(4)) === LOCAL_HEADER) {
		const entry = await readEntry(stream);
		if (entries.has(entry.name)) throw damaged('two entries of one name');
		entries.set(entry.name, entry);
		uncompressed += entry.uncompressedSize;
		if (entries.size > limits.entries || uncompressed > limits.uncompressed) {
			throw new ZipError('too-large', 'more entries or bytes than is allowed');
		}
		if (entry.uncompressedSize > limits.ratioFrom && ratioOf(entry) > limits.ratio) {
			throw new ZipError('bomb', 'an entry decompresses to far too much');
		}
		const take = open(entry.name);
		if (!take) await stream.skip(entry.compressedSize);
		else {
			const compressed = stream.chunks(entry.compressedSize);
			for await (const chunk of decompressed(compressed, entry)) take(chunk);
		}
	}
	await checkCentralDirectory(stream, entries);
	return [...entries.keys()];
}

async function readEntry(stream: ByteStream): Promise<Entry> {
	const { offset } = stream;
	const fields = readLocalHeader(await stream.take(LOCAL_HEADER_SIZE));
	if (!fields) throw damaged('a local file header is missing');
	checkKind(fields);
	const name = nameOf(await stream.take(fields.nameLength));
	await stream.skip(fields.extraLength);
	return { ...fields, name, offset };
}

/** What `ZipStreamWriter` never writes is another kind of archive. */
function checkKind({ flags, method, compressedSize, uncompressedSize }: HeaderFields): void {
	if ((flags & ~(FLAG_UTF8 | FLAG_LEVEL)) !== 0 || (method !== STORED && method !== DEFLATED)) {
		throw new ZipError('unsupported', 'an archive of another kind');
	}
	if (method === STORED && compressedSize !== uncompressedSize) {
		throw damaged('two sizes of what is stored');
	}
}

function ratioOf({ compressedSize, uncompressedSize }: DataFields): number {
	return uncompressedSize / compressedSize;
}

/** The central directory, by which other programs open the archive, must say of each entry what was found. */
async function checkCentralDirectory(
	stream: ByteStream,
	entries: ReadonlyMap<string, Entry>
): Promise<void> {
	const start = stream.offset;
	for (const entry of entries.values()) {
		const fields = readCentralHeader(await stream.take(CENTRAL_HEADER_SIZE));
		if (!fields) throw damaged('the central directory is not whole');
		const name = nameOf(await stream.take(fields.nameLength));
		await stream.skip(fields.extraLength + fields.commentLength);
		const isSame =
			name === entry.name &&
			fields.offset === entry.offset &&
			fields.flags === entry.flags &&
			fields.method === entry.method &&
			fields.crc === entry.crc &&
			fields.compressedSize === entry.compressedSize &&
			fields.uncompressedSize === entry.uncompressedSize;
		if (!isSame) throw damaged('the central directory names another entry than is there');
	}
	const size = stream.offset - start;
	const end = viewOf(await stream.take(END_SIZE));
	const isEnd =
		end.getUint32(0, true) === END &&
		end.getUint32(4, true) === 0 && // the numbers of the disks
		end.getUint16(8, true) === entries.size &&
		end.getUint16(10, true) === entries.size &&
		end.getUint32(12, true) === size &&
		end.getUint32(16, true) === start;
	if (!isEnd) throw damaged('the end of central directory record contradicts it');
	await stream.skip(end.getUint16(20, true));
	if (!(await stream.ended())) throw damaged('something stands behind its end');
}

/** A name is looked up and never written to; one that points elsewhere is refused all the same. */
function nameOf(bytes: Uint8Array): string {
	let name: string;
	try {
		name = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (cause) {
		throw new ZipError('damaged', 'a name is not UTF-8', { cause });
	}
	// eslint-disable-next-line no-control-regex -- that is what is looked for
	if (name === '' || /^\/|[\\:\u0000-\u001f]|(^|\/)\.\.?(\/|$)/.test(name)) {
		throw damaged('an entry has an impossible name');
	}
	return name;
}

function damaged(message: string): ZipError {
	return new ZipError('damaged', message);
}
