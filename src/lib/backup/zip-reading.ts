import { Inflate, inflateSync } from 'fflate';
import { crc32 } from '$lib/formats/crc32';
import { BackupError } from './backup-error';
import type { ByteStream } from './byte-stream';
import { MOST_FILES, MOST_RATIO, MOST_UNPACKED, RATIO_FROM } from './limits';
import {
	DEFLATED,
	DIRECTORY,
	DIRECTORY_LENGTH,
	END,
	END_LENGTH,
	LOCAL,
	LOCAL_LENGTH,
	STORED,
	UTF8
} from './zip-writing';

/** What a zip file says of one of its files. */
interface Said {
	name: string;
	method: number;
	crc: number;
	packed: number;
	size: number;
	offset: number;
}

/** Takes the pieces of a file as they are unpacked. */
export type Taker = (piece: Uint8Array) => void;

/** Of the flags only these may be set: how hard it was packed, and that names are UTF-8. */
const FLAGS = UTF8 | 0b110;
/** A packed byte can become a thousand; of a large file so many are unpacked at once. */
const AT_ONCE = 16 * 1024;
/** A file of so many bytes at most is unpacked in one go, which is a great deal faster. */
const SMALL = 64 * 1024;

/**
 * Reads a zip file from its beginning as it arrives, so that no more of it is in memory than a piece. `open` is
 * asked about each file, and returns what takes its bytes; null passes it over. A file counts as read once
 * its length and its CRC were right. Returns the names in their order.
 *
 * Throws `damaged` for what is cut off, contradicts itself or names a file outside, `too-large` for what
 * unpacks to more than is allowed, and `not-a-backup` for a zip that is not written as ours are.
 */
export async function unzip(
	bytes: ByteStream,
	open: (name: string) => Taker | null
): Promise<string[]> {
	const files = new Map<string, Said>();
	let [offset, unpacked] = [0, 0];
	for (;;) {
		const signature = await bytes.take(4);
		if (u32(signature, 0) !== LOCAL) {
			await readDirectory(bytes, signature, offset, files);
			return [...files.keys()];
		}
		const { said, length } = await readHeader(bytes, offset);
		if (files.has(said.name)) throw damaged('two files of one name');
		files.set(said.name, said);
		unpacked += said.size;
		if (files.size > MOST_FILES || unpacked > MOST_UNPACKED || isBomb(said)) {
			throw new BackupError('too-large', 'it unpacks to more than is allowed');
		}
		const take = open(said.name);
		if (take) await unpack(bytes, said, take);
		else await bytes.pass(said.packed);
		offset += length + said.packed;
	}
}

async function readHeader(
	bytes: ByteStream,
	offset: number
): Promise<{ said: Said; length: number }> {
	const rest = await bytes.take(LOCAL_LENGTH - 4);
	const said = common(rest, 2, offset);
	const name = await bytes.take(u16(rest, 22));
	const extra = await bytes.take(u16(rest, 24));
	return {
		said: { ...said, name: nameOf(name) },
		length: LOCAL_LENGTH + name.length + extra.length
	};
}

/** What both headers say alike, from the flags on. */
function common(view: Uint8Array, at: number, offset: number): Omit<Said, 'name'> {
	const [flags, method] = [u16(view, at), u16(view, at + 2)];
	if ((flags & ~FLAGS) !== 0 || (method !== STORED && method !== DEFLATED)) {
		throw new BackupError('not-a-backup', 'a zip of another kind');
	}
	const [crc, packed, size] = [u32(view, at + 8), u32(view, at + 12), u32(view, at + 16)];
	if (method === STORED && packed !== size) throw damaged('two lengths of one file');
	return { method, crc, packed, size, offset };
}

function isBomb({ packed, size }: Said): boolean {
	return size > RATIO_FROM && size > packed * MOST_RATIO;
}

async function unpack(bytes: ByteStream, said: Said, take: Taker): Promise<void> {
	let crc = 0;
	let size = 0;
	const taken = (piece: Uint8Array): void => {
		size += piece.length;
		if (size > said.size) throw damaged('a file is longer than it says');
		crc = crc32(piece, crc);
		take(piece);
	};
	if (said.method === STORED) {
		for await (const piece of bytes.pieces(said.packed)) taken(piece);
	} else if (said.size <= SMALL && said.packed <= SMALL) {
		const packed = await bytes.take(said.packed);
		// What does not fit is dropped, and the CRC then tells of it.
		taken(inflated(() => inflateSync(packed, { out: new Uint8Array(said.size) })));
	} else {
		const inflate = new Inflate(taken);
		let left = said.packed;
		for await (const piece of bytes.pieces(said.packed)) {
			for (let at = 0; at < piece.length; at += AT_ONCE) {
				const part = piece.subarray(at, at + AT_ONCE);
				left -= part.length;
				inflated(() => {
					inflate.push(part, left === 0);
				});
			}
		}
	}
	if (size !== said.size || crc !== said.crc) throw damaged('a file is not as it was packed');
}

function inflated<T>(work: () => T): T {
	try {
		return work();
	} catch (cause) {
		if (cause instanceof BackupError) throw cause;
		throw new BackupError('damaged', 'what is packed cannot be unpacked', { cause });
	}
}

/** The list at the end, by which other programs open the file: it must say what was found. */
async function readDirectory(
	bytes: ByteStream,
	first: Uint8Array,
	start: number,
	files: ReadonlyMap<string, Said>
): Promise<void> {
	let signature = first;
	let length = 0;
	for (const file of files.values()) {
		if (u32(signature, 0) !== DIRECTORY) throw damaged('the list of files is not whole');
		const entry = await bytes.take(DIRECTORY_LENGTH - 4);
		const said = common(entry, 4, u32(entry, 38));
		const name = await bytes.take(u16(entry, 24));
		const more = await bytes.take(u16(entry, 26) + u16(entry, 28));
		if (!same({ ...said, name: nameOf(name) }, file)) {
			throw damaged('the list names another file than is there');
		}
		length += DIRECTORY_LENGTH + name.length + more.length;
		signature = await bytes.take(4);
	}
	if (u32(signature, 0) !== END) throw damaged('the list of files has no end');
	const end = await bytes.take(END_LENGTH - 4);
	const wanted = [0, files.size, files.size, length, start];
	const said = [u32(end, 0), u16(end, 4), u16(end, 6), u32(end, 8), u32(end, 12)];
	if (said.some((number, index) => number !== wanted[index])) {
		throw damaged('the end of the list contradicts it');
	}
	await bytes.take(u16(end, 16));
	if (!(await bytes.ended())) throw damaged('something stands behind its end');
}

function same(one: Said, other: Said): boolean {
	return (Object.keys(one) as (keyof Said)[]).every((key) => one[key] === other[key]);
}

/** A name is looked up and never written to; one that points elsewhere is refused all the same. */
function nameOf(bytes: Uint8Array): string {
	let name: string;
	try {
		name = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (cause) {
		throw new BackupError('damaged', 'a name is not UTF-8', { cause });
	}
	// eslint-disable-next-line no-control-regex -- that is what is looked for
	if (name === '' || /^\/|[\\:\u0000-\u001f]|(^|\/)\.\.?(\/|$)/.test(name)) {
		throw damaged('a file has an impossible name');
	}
	return name;
}

function u16(bytes: Uint8Array, at: number): number {
	return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

function u32(bytes: Uint8Array, at: number): number {
	return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;
}

function damaged(message: string): BackupError {
	return new BackupError('damaged', message);
}
