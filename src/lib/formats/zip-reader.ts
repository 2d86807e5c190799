import { Inflate, inflateSync } from 'fflate';
import { crc32 } from './crc32';
import { FormatError } from './format-error';
import { limits } from './limits';
import { piecesOf, Window, type GivenFile, type Source } from './source';
import { instantOf } from './zone-clock';
import { stampOf } from './stamp';
import { listed, type Listed } from './zip-directory';

const HEADER = 0x04034b50;
const HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** Packed bytes unpacked at once; deflate makes at most 1,032 times as many of them. */
const PIECE = 8_192;
/** Packed and unpacked bytes of a file that is unpacked in one go, into as much room as it says it needs. */
const SMALL = 65_536;

/** A file in an archive; `link` where it is only a name for another place. */
export interface Packed extends Source {
	link: boolean;
}

/**
 * The files of an archive, folders left out. Nothing is unpacked yet. `zone` is where its clock hung.
 * Rejects with a FormatError `damaged`, `too-large` or `bomb`.
 */
export async function filesIn({ content }: GivenFile, zone: string): Promise<Packed[]> {
	const files = await listed(content);
	const window = new Window(content);
	return files
		.filter(({ path }) => !path.endsWith('/'))
		.map((file) => ({
			path: file.path,
			size: file.size,
			link: file.link,
			// Asked of the few that say no day themselves: what the clocks of a zone showed takes a tenth of a millisecond.
			get changed() {
				return changedAt(file, zone);
			},
			chunks: () => unpacked(window, file)
		}));
}

/**
 * Unpacks a file. What comes out is counted as it comes: more than the archive's list said, or another sum, is
 * damage, and no more than a few pieces too many are ever made.
 */
async function* unpacked(window: Window, file: Listed): AsyncGenerator<Uint8Array, void> {
	if (file.locked) throw new FormatError('locked', 'the archive has a password');
	if (file.method !== STORED && file.method !== DEFLATED) {
		throw new FormatError('packing', `the archive is packed by method ${file.method}`);
	}
	if (file.size > limits.read) throw new FormatError('too-large', 'a file is too large');
	if (file.size > limits.smallFile && file.size > file.packed * limits.ratio) {
		throw new FormatError('bomb', 'a file unpacks to more than it can hold');
	}
	const start = await startOf(window, file);
	let count = 0;
	let sum = 0;
	for await (const bytes of contentOf(window, file, start)) {
		count += bytes.length;
		if (count > file.size) throw damaged('a file is longer than it says');
		sum = crc32(bytes, sum);
		yield bytes;
	}
	if (count !== file.size || sum !== file.crc) throw damaged('a file is not what it was');
}

async function* contentOf(
	window: Window,
	{ method, packed, size }: Listed,
	start: number
): AsyncGenerator<Uint8Array, void> {
	const end = start + packed;
	if (method === STORED) yield* piecesOf(window, start, end);
	else if (packed > SMALL || size > SMALL) yield* inflated(piecesOf(window, start, end));
	// What does not fit into the room is left away, and missing from the sum.
	else yield unpackedAtOnce(await window.at(start, end), new Uint8Array(size));
}

function unpackedAtOnce(bytes: Uint8Array, out: Uint8Array): Uint8Array {
	try {
		return inflateSync(bytes, { out });
	} catch (cause) {
		throw new FormatError('damaged', 'a file cannot be unpacked', { cause });
	}
}

async function* inflated(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
	let out: Uint8Array[] = [];
	const inflate = new Inflate((bytes) => out.push(bytes));
	const push = (piece: Uint8Array, last: boolean): Uint8Array[] => {
		out = [];
		try {
			inflate.push(piece, last);
		} catch (cause) {
			throw new FormatError('damaged', 'a file cannot be unpacked', { cause });
		}
		return out;
	};
	for await (const piece of pieces) {
		for (let at = 0; at < piece.length; at += PIECE) {
			yield* push(piece.subarray(at, at + PIECE), false);
		}
	}
	yield* push(new Uint8Array(), true);
}

/** Where the bytes of a file begin: behind its own header, which must name the same file. */
async function startOf(window: Window, file: Listed): Promise<number> {
	const dataAt = file.offset + HEADER_BYTES + file.name.length;
	if (dataAt > window.content.size) throw damaged('a file lies outside of it');
	const header = await window.at(file.offset, dataAt);
	const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
	const same =
		view.getUint32(0, true) === HEADER &&
		view.getUint16(8, true) === file.method &&
		view.getUint16(26, true) === file.name.length &&
		file.name.every((byte, index) => byte === header[HEADER_BYTES + index]);
	if (!same) throw damaged('a file is not where the list says');
	const start = dataAt + view.getUint16(28, true);
	if (start + file.packed > window.content.size) throw damaged('a file lies outside of it');
	return start;
}

/** When a file was last changed; null where its archive says nothing that can be. */
function changedAt({ date, time }: Listed, zone: string): number | null {
	const stamp = stampOf({
		year: 1980 + (date >>> 9),
		month: (date >>> 5) & 15,
		day: date & 31,
		hour: time >>> 11,
		minute: (time >>> 5) & 63,
		second: (time & 31) * 2
	});
	return stamp && instantOf(stamp.wall, zone);
}

function damaged(message: string): FormatError {
	return new FormatError('damaged', `the archive is broken: ${message}`);
}
