import { decoded } from './decode';
import { FormatError } from './format-error';
import { limits } from './limits';
import { bytesAt } from './source';

/** A file in an archive, as the archive's own list of files has it. */
export interface Listed {
	path: string;
	/** Its bytes, packed and unpacked, and the sum that they must have. */
	packed: number;
	size: number;
	crc: number;
	/** 0 for as it is, 8 for deflated. */
	method: number;
	locked: boolean;
	/** Whether it is no file but a name for another place. */
	link: boolean;
	/** Where its own header begins. */
	offset: number;
	/** Its name as it stands in the archive, to be compared with the one in that header. */
	name: Uint8Array;
	/** MS-DOS date and time: what a clock on the wall showed. */
	date: number;
	time: number;
}

/*
 * PKWARE APPNOTE 6.3: file headers with their bytes, then the list, then its end, which says where the list is.
 * An archive is read from the list, never from front to back, so that what it shows is what it holds.
 */
const END = 0x06054b50;
const END_BYTES = 22;
const LOCATOR = 0x07064b50;
const LOCATOR_BYTES = 20;
const WIDE_END = 0x06064b50;
const WIDE_END_BYTES = 56;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
/** A figure that stands in a wider field elsewhere. */
const WIDE_16 = 0xffff;
const WIDE_32 = 0xffffffff;
const WIDE_EXTRA = 0x0001;
const UNIX = 3;
const LINK = 0o120000;
const KIND = 0o170000;

/** Where the list stands, and how many files it names. */
interface End {
	start: number;
	length: number;
	count: number;
	/** Whether the count is exact; without wide fields only its last sixteen bits are. */
	exact: boolean;
}

/** Reads an archive's list of files. Rejects with a FormatError `damaged`, `too-large` or `bomb`. */
export async function listed(content: Blob): Promise<Listed[]> {
	const { start, length, count, exact } = await endOf(content);
	if (length > limits.directory || count > limits.files) {
		throw new FormatError('too-large', 'the archive names too many files');
	}
	if (start + length > content.size) throw damaged('its list lies outside of it');
	const bytes = await bytesAt(content, start, start + length);
	const files = [...entriesIn(bytes, start)];
	// Archive programs of old write no wide count, and begin anew after 65,535.
	if (exact ? files.length !== count : files.length % 65_536 !== count) {
		throw damaged('its list is not as long as it says');
	}
	if (files.length > limits.files) throw new FormatError('too-large', 'too many files');
	const packed = files.reduce((sum, file) => sum + file.packed, 0);
	// More bytes than there are: files that lie on top of one another, to unpack the same ones often.
	if (packed > content.size) throw new FormatError('bomb', 'the files of the archive overlap');
	return files;
}

async function endOf(content: Blob): Promise<End> {
	const most = END_BYTES + LOCATOR_BYTES + WIDE_16;
	const base = Math.max(0, content.size - most);
	const bytes = await bytesAt(content, base, content.size);
	const view = viewOf(bytes);
	for (let at = bytes.length - END_BYTES; at >= 0; at -= 1) {
		if (view.getUint32(at, true) !== END) continue;
		if (at + END_BYTES + view.getUint16(at + 20, true) !== bytes.length) continue;
		const end = {
			count: view.getUint16(at + 10, true),
			length: view.getUint32(at + 12, true),
			start: view.getUint32(at + 16, true),
			exact: false
		};
		const wide = at >= LOCATOR_BYTES && view.getUint32(at - LOCATOR_BYTES, true) === LOCATOR;
		return wide ? await wideEnd(content, wideNumber(view, at - LOCATOR_BYTES + 8)) : end;
	}
	throw damaged('its end is missing');
}

async function wideEnd(content: Blob, at: number): Promise<End> {
	if (at + WIDE_END_BYTES > content.size) throw damaged('its end is missing');
	const view = viewOf(await bytesAt(content, at, at + WIDE_END_BYTES));
	if (view.getUint32(0, true) !== WIDE_END) throw damaged('its end is missing');
	return {
		count: wideNumber(view, 32),
		length: wideNumber(view, 40),
		start: wideNumber(view, 48),
		exact: true
	};
}

function* entriesIn(bytes: Uint8Array, start: number): Generator<Listed, void> {
	const view = viewOf(bytes);
	let at = 0;
	while (at < bytes.length) {
		if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY) {
			throw damaged('its list is broken');
		}
		const nameEnd = at + ENTRY_BYTES + view.getUint16(at + 28, true);
		const extraEnd = nameEnd + view.getUint16(at + 30, true);
		const next = extraEnd + view.getUint16(at + 32, true);
		if (next > bytes.length) throw damaged('its list is broken');
		const name = bytes.slice(at + ENTRY_BYTES, nameEnd);
		const mode = view.getUint8(at + 5) === UNIX ? view.getUint32(at + 38, true) >>> 16 : 0;
		const file: Listed = {
			path: decoded(name) ?? '',
			locked: (view.getUint16(at + 8, true) & 1) === 1,
			method: view.getUint16(at + 10, true),
			time: view.getUint16(at + 12, true),
			date: view.getUint16(at + 14, true),
			crc: view.getUint32(at + 16, true),
			packed: view.getUint32(at + 20, true),
			size: view.getUint32(at + 24, true),
			offset: view.getUint32(at + 42, true),
			link: (mode & KIND) === LINK,
			name
		};
		widen(file, viewOf(bytes.subarray(nameEnd, extraEnd)));
		if (file.offset >= start) throw damaged('a file lies outside of it');
		yield file;
		at = next;
	}
}

/** Takes the sizes that did not fit into their fields from the extra ones. */
function widen(file: Listed, extra: DataView): void {
	for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
		if (extra.getUint16(at, true) !== WIDE_EXTRA) continue;
		let field = at + 4;
		const end = Math.min(extra.byteLength, field + extra.getUint16(at + 2, true));
		for (const key of ['size', 'packed', 'offset'] as const) {
			if (file[key] !== WIDE_32) continue;
			if (field + 8 > end) throw damaged('a size is missing');
			file[key] = wideNumber(extra, field);
			field += 8;
		}
	}
}

function wideNumber(view: DataView, at: number): number {
	const figure = Number(view.getBigUint64(at, true));
	if (!Number.isSafeInteger(figure)) throw damaged('a size is absurd');
	return figure;
}

function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(message: string): FormatError {
	return new FormatError('damaged', `the archive is broken: ${message}`);
}
