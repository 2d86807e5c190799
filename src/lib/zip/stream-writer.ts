import type { EntryData } from './compress';
import { centralHeader, localHeader, record } from './headers';
import { ZipError } from './zip-error';
import {
	CENTRAL_HEADER_SIZE,
	END,
	END_SIZE,
	FLAG_UTF8,
	LOCAL_HEADER_SIZE,
	MAX_16,
	MAX_32,
	VERSION_ZIP64,
	ZIP64_END,
	ZIP64_END_SIZE,
	ZIP64_LOCATOR,
	ZIP64_LOCATOR_SIZE
} from './zip-format';

/**
 * Writes a ZIP archive from front to back, of the plainest kind (APPNOTE 2.0): file names in UTF-8, the sizes in front
 * of the data, no extra fields and no comments. Only where there are more entries than sixteen bits count are the zip64
 * records added. Each method yields the bytes that come next.
 */
export class ZipStreamWriter {
	readonly #maxEntries: number;
	readonly #central: Uint8Array[] = [];
	#offset = 0;
	#centralSize = 0;

	/** `maxEntries` is how many entries the archive may have. */
	constructor(maxEntries: number) {
		this.#maxEntries = maxEntries;
	}

	/**
	 * Adds an entry. `modified` is a date and time of MS-DOS, as `dosDateTime` makes it. Throws a ZipError `too-large`
	 * for an entry too many, or one that begins behind 4 GiB.
	 */
	*add(name: string, modified: number, data: EntryData): Generator<Uint8Array, void> {
		if (this.#central.length >= this.#maxEntries) {
			throw new ZipError('too-large', 'too many entries');
		}
		const fileName = encode(name);
		const fields = {
			...data,
			flags: FLAG_UTF8,
			modified,
			nameLength: fileName.length,
			extraLength: 0
		};
		const header = localHeader(fields, fileName);
		const offset = this.#offset;
		this.#offset += header.length + data.compressedSize;
		if (Math.max(this.#offset, data.uncompressedSize) >= MAX_32 || fileName.length > MAX_16) {
			throw new ZipError('too-large', 'more than the fields of the format hold');
		}
		yield header;
		yield* data.chunks;
		const central = centralHeader(fields, fileName, offset);
		this.#central.push(central);
		this.#centralSize += central.length;
	}

	/** How many bytes the archive would have in all if one more entry of this name were stored, of no bytes. */
	sizeWith(name: string): number {
		const headers = LOCAL_HEADER_SIZE + CENTRAL_HEADER_SIZE + 2 * encode(name).length;
		return this.#offset + headers + this.#centralSize + END_SIZE;
	}

	/** Ends the archive: the central directory, and the record that says where it is. */
	*end(): Generator<Uint8Array, void> {
		const count = this.#central.length;
		yield* this.#central;
		if (count >= MAX_16) yield* this.#zip64End(count);
		const { bytes, view } = record(END, END_SIZE);
		view.setUint16(8, Math.min(count, MAX_16), true);
		view.setUint16(10, Math.min(count, MAX_16), true);
		view.setUint32(12, this.#centralSize, true);
		view.setUint32(16, this.#offset, true);
		yield bytes;
	}

	*#zip64End(count: number): Generator<Uint8Array, void> {
		const { bytes, view } = record(ZIP64_END, ZIP64_END_SIZE);
		// Its own size, without the signature and this field (4.3.14.1).
		view.setBigUint64(4, BigInt(ZIP64_END_SIZE - 12), true);
		view.setUint16(12, VERSION_ZIP64, true);
		view.setUint16(14, VERSION_ZIP64, true);
		view.setBigUint64(24, BigInt(count), true);
		view.setBigUint64(32, BigInt(count), true);
		view.setBigUint64(40, BigInt(this.#centralSize), true);
		view.setBigUint64(48, BigInt(this.#offset), true);
		yield bytes;
		const locator = record(ZIP64_LOCATOR, ZIP64_LOCATOR_SIZE);
		locator.view.setBigUint64(8, BigInt(this.#offset + this.#centralSize), true);
		locator.view.setUint32(16, 1, true);
		yield locator.bytes;
	}
}

function encode(name: string): Uint8Array {
	return new TextEncoder().encode(name);
}
