import { Deflate, deflateSync } from 'fflate';
import { crc32 } from './crc32';
import type { Pace } from './pace';
import { joined } from './source';
import { wallAt } from './zone-clock';

/** A file to be put into an archive. */
export interface ToPack {
	/** Of letters, figures, spaces, hyphens, dots and slashes. */
	path: string;
	/** Its text, in as many pieces as are convenient. */
	pieces: Iterable<string>;
	/** What the archive says of its age: what a clock in this zone showed then. */
	at: number;
	zone: string;
}

/** Bytes of text that are packed in one go; more goes through piece by piece. */
const AT_ONCE = 262_144;

/*
 * PKWARE APPNOTE 6.3, as zip-directory.ts reads it: for each file a header and its bytes, deflated; then the list,
 * then its end, in the wide form where there are more files than fit into sixteen bits.
 */
const VERSION = 20;
const WIDE_VERSION = 45;
const UTF_8 = 1 << 11;
const DEFLATED = 8;

/** Packs files, `count` of them, into an archive. Rejects with a FormatError `cancelled`. */
export async function packed(files: Iterable<ToPack>, count: number, pace: Pace): Promise<Blob> {
	const parts: Uint8Array[] = [];
	const list: Uint8Array[] = [];
	let offset = 0;
	for (const { path, pieces, at, zone } of files) {
		const name = new TextEncoder().encode(path);
		const { bytes, size, crc } = await squeezed(pieces, list.length / count, 1 / count, pace);
		const header = fields([
			[2, VERSION],
			[2, UTF_8],
			[2, DEFLATED],
			...dosTime(at, zone),
			[4, crc],
			[4, bytes.reduce((sum, { length }) => sum + length, 0)],
			[4, size],
			[2, name.length],
			[2, 0]
		]);
		const start = offset;
		for (const part of [fields([[4, 0x04034b50]]), header, name, ...bytes]) {
			parts.push(part);
			offset += part.length;
		}
		const behind = fields([
			[2, 0],
			[2, 0],
			[2, 0],
			[4, 0],
			[4, start]
		]);
		list.push(
			joined([
				fields([
					[4, 0x02014b50],
					[2, VERSION]
				]),
				header,
				behind,
				name
			])
		);
	}
	const length = list.reduce((sum, part) => sum + part.length, 0);
	return new Blob([...parts, ...list, ...end(list.length, length, offset)] as BlobPart[], {
		type: 'application/zip'
	});
}

/** Deflates a text as its pieces come; `from` and `share` say how much of all is done by it. */
async function squeezed(
	pieces: Iterable<string>,
	from: number,
	share: number,
	pace: Pace
): Promise<{ bytes: Uint8Array[]; size: number; crc: number }> {
	const encoder = new TextEncoder();
	const bytes: Uint8Array[] = [];
	let deflate: Deflate | null = null;
	let held: Uint8Array[] = [];
	let heldBytes = 0;
	let size = 0;
	let crc = 0;
	for (const piece of pieces) {
		const encoded = encoder.encode(piece);
		crc = crc32(encoded, crc);
		size += encoded.length;
		held.push(encoded);
		heldBytes += encoded.length;
		await pace.rest(from + share / 2);
		if (heldBytes < AT_ONCE) continue;
		deflate ??= new Deflate({ level: 6 }, (chunk) => bytes.push(chunk));
		deflate.push(joined(held));
		held = [];
		heldBytes = 0;
	}
	// A small file needs none of the room that a stream takes.
	if (!deflate) return { bytes: [deflateSync(joined(held), { level: 6 })], size, crc };
	deflate.push(joined(held), true);
	return { bytes, size, crc };
}

function end(count: number, length: number, start: number): Uint8Array[] {
	const usual = fields([
		[4, 0x06054b50],
		[2, 0],
		[2, 0],
		[2, Math.min(count, 0xffff)],
		[2, Math.min(count, 0xffff)],
		[4, length],
		[4, start],
		[2, 0]
	]);
	if (count < 0xffff) return [usual];
	const wide = fields([
		[4, 0x06064b50],
		[8, 44],
		[2, WIDE_VERSION],
		[2, WIDE_VERSION],
		[4, 0],
		[4, 0],
		[8, count],
		[8, count],
		[8, length],
		[8, start]
	]);
	const locator = fields([
		[4, 0x07064b50],
		[4, 0],
		[8, start + length],
		[4, 1]
	]);
	return [wide, locator, usual];
}

/** What a clock showed, as MS-DOS wrote it; its first day for what it cannot say. */
function dosTime(at: number, zone: string): [width: number, value: number][] {
	const { year, month, day, hour, minute, second } = wallAt(at, zone);
	const known = year >= 1980 && year <= 2107;
	return [
		[2, known ? (hour << 11) | (minute << 5) | (second >> 1) : 0],
		[2, known ? ((year - 1980) << 9) | (month << 5) | day : (1 << 5) | 1]
	];
}

/** Figures, each as wide as it says, least byte first. */
function fields(figures: readonly (readonly [width: number, value: number])[]): Uint8Array {
	const bytes: number[] = [];
	for (const [width, value] of figures) {
		for (let place = 0; place < width; place += 1) {
			bytes.push(Math.floor(value / 256 ** place) % 256);
		}
	}
	return Uint8Array.from(bytes);
}
