import { Deflate, deflateSync } from 'fflate';

import { crc32 } from '$lib/formats/crc32';
import { BackupError } from './backup-error';
import { MOST_FILES } from './limits';

/*
 * A zip file as APPNOTE.TXT 2.0 draws it, the plainest kind, which every program opens: sizes stand before
 * each file, so that it can also be read from its beginning as it arrives; no extra fields, names in UTF-8.
 *
 *   ( local header · name · packed bytes )…  ( directory entry · name )…  end record
 */
export const LOCAL = 0x0403_4b50;
export const DIRECTORY = 0x0201_4b50;
export const END = 0x0605_4b50;
export const LOCAL_LENGTH = 30;
export const DIRECTORY_LENGTH = 46;
export const END_LENGTH = 22;
/** The bit of the flags that says: names are UTF-8. */
export const UTF8 = 1 << 11;
export const STORED = 0;
export const DEFLATED = 8;

/** fflate's quickest level packs a journal a tenth larger than the usual one, in a third of the time. */
const LEVEL = 1;

/** A file to pack; the bytes of a large one come in pieces. */
export interface ZipFile {
	name: string;
	bytes: Uint8Array | Iterable<Uint8Array>;
}

interface Written {
	name: Uint8Array;
	method: number;
	crc: number;
	packed: number;
	size: number;
	offset: number;
}

/**
 * Packs files, as a generator of bytes. Behind them stands one of zeros, `padding`, as long as brings the whole
 * to the length that `whole` makes of it.
 */
export function* zip(
	files: Iterable<ZipFile>,
	made: Date,
	whole: (least: number) => number
): Generator<Uint8Array> {
	const time = dosTime(made);
	const written: Written[] = [];
	let offset = 0;
	for (const { name, bytes } of files) {
		if (written.length === MOST_FILES - 1) throw new BackupError('too-large', 'too many files');
		const { crc, packed, length, size } = deflated(bytes);
		const file = { name: encode(name), method: DEFLATED, crc, packed: length, size, offset };
		yield header(file, time);
		yield* packed;
		written.push(file);
		offset += LOCAL_LENGTH + file.name.length + length;
	}
	const padding = encode('padding');
	const directory = [...written.map(({ name }) => name), padding];
	const rest =
		LOCAL_LENGTH +
		padding.length +
		directory.reduce((sum, name) => sum + DIRECTORY_LENGTH + name.length, 0) +
		END_LENGTH;
	const size = whole(offset + rest) - offset - rest;
	let crc = 0;
	for (const piece of zeros(size)) crc = crc32(piece, crc);
	const last = { name: padding, method: STORED, crc, packed: size, size, offset };
	yield header(last, time);
	yield* zeros(size);
	written.push(last);
	if (written.length > MOST_FILES) {
		throw new BackupError('too-large', 'more files than a zip holds');
	}
	offset += LOCAL_LENGTH + padding.length + size;
	let length = 0;
	for (const file of written) {
		const entry = directoryEntry(file, time);
		length += entry.length;
		yield entry;
	}
	yield endRecord(written.length, length, offset);
}

function deflated(bytes: Uint8Array | Iterable<Uint8Array>): {
	crc: number;
	packed: Uint8Array[];
	length: number;
	size: number;
} {
	let crc = 0;
	if (bytes instanceof Uint8Array) {
		crc = crc32(bytes);
		const packed = deflateSync(bytes, { level: LEVEL });
		return { crc, packed: [packed], length: packed.length, size: bytes.length };
	}
	const packed: Uint8Array[] = [];
	let [length, size] = [0, 0];
	const deflate = new Deflate({ level: LEVEL }, (chunk) => {
		packed.push(chunk);
		length += chunk.length;
	});
	for (const piece of bytes) {
		crc = crc32(piece, crc);
		size += piece.length;
		deflate.push(piece);
	}
	deflate.push(new Uint8Array(0), true);
	return { crc, packed, length, size };
}

function* zeros(length: number): Generator<Uint8Array> {
	const piece = new Uint8Array(64 * 1024);
	for (let left = length; left > 0; left -= piece.length) yield piece.subarray(0, left);
}

/** What both headers say alike, from the flags on. */
function common(view: DataView, at: number, file: Written, time: number): void {
	view.setUint16(at, UTF8, true);
	view.setUint16(at + 2, file.method, true);
	view.setUint32(at + 4, time, true);
	view.setUint32(at + 8, file.crc, true);
	view.setUint32(at + 12, file.packed, true);
	view.setUint32(at + 16, file.size, true);
	view.setUint16(at + 20, file.name.length, true);
}

function header(file: Written, time: number): Uint8Array {
	const bytes = new Uint8Array(LOCAL_LENGTH + file.name.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, LOCAL, true);
	view.setUint16(4, 20, true);
	common(view, 6, file, time);
	bytes.set(file.name, LOCAL_LENGTH);
	return bytes;
}

function directoryEntry(file: Written, time: number): Uint8Array {
	const bytes = new Uint8Array(DIRECTORY_LENGTH + file.name.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, DIRECTORY, true);
	view.setUint16(4, 20, true);
	view.setUint16(6, 20, true);
	common(view, 8, file, time);
	view.setUint32(42, file.offset, true);
	bytes.set(file.name, DIRECTORY_LENGTH);
	return bytes;
}

function endRecord(count: number, length: number, offset: number): Uint8Array {
	const bytes = new Uint8Array(END_LENGTH);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, END, true);
	view.setUint16(8, count, true);
	view.setUint16(10, count, true);
	view.setUint32(12, length, true);
	view.setUint32(16, offset, true);
	return bytes;
}

/** Date and time as MS-DOS packs them, in UTC; the years it knows are 1980 to 2107. */
function dosTime(made: Date): number {
	const year = Math.min(127, Math.max(0, made.getUTCFullYear() - 1980));
	const date = (year << 9) | ((made.getUTCMonth() + 1) << 5) | made.getUTCDate();
	const time =
		(made.getUTCHours() << 11) | (made.getUTCMinutes() << 5) | (made.getUTCSeconds() >> 1);
	return ((date << 16) | time) >>> 0;
}

function encode(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}
