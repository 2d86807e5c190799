import { Deflate, deflateSync } from 'fflate';
import { crc32 } from './crc32';
import { DEFLATED, STORED, type DataFields } from './zip-format';

/** How hard fflate compresses: 1 is quickest, 6 is what zip does. Text gets a tenth larger by 1, in a third of the time. */
export type Level = 1 | 6;

/** The file data of an entry, ready to be written behind the header that describes it. */
export interface EntryData extends DataFields {
	/** The compressed data, anew each time. */
	chunks: Iterable<Uint8Array>;
}

/** Deflates data that is there as a whole. */
export function deflated(bytes: Uint8Array, level: Level): EntryData {
	const compressed = deflateSync(bytes, { level });
	return {
		method: DEFLATED,
		crc: crc32(bytes),
		compressedSize: compressed.length,
		uncompressedSize: bytes.length,
		chunks: [compressed]
	};
}

/** Deflates data that comes in chunks. What it was compressed to is held until its header is written. */
export class DeflateStream {
	readonly #deflate: Deflate;
	readonly #chunks: Uint8Array[] = [];
	#crc = 0;
	#compressedSize = 0;
	#uncompressedSize = 0;

	constructor(level: Level) {
		this.#deflate = new Deflate({ level }, (chunk) => {
			this.#chunks.push(chunk);
			this.#compressedSize += chunk.length;
		});
	}

	push(bytes: Uint8Array): void {
		this.#crc = crc32(bytes, this.#crc);
		this.#uncompressedSize += bytes.length;
		this.#deflate.push(bytes);
	}

	/** Says that all of it has come, and returns it. */
	end(): EntryData {
		this.#deflate.push(new Uint8Array(0), true);
		return {
			method: DEFLATED,
			crc: this.#crc,
			compressedSize: this.#compressedSize,
			uncompressedSize: this.#uncompressedSize,
			chunks: this.#chunks
		};
	}
}

/** Takes data as it is. `chunks` is gone through twice: the header in front of it says its CRC-32 and its size. */
export function stored(chunks: Iterable<Uint8Array>): EntryData {
	let crc = 0;
	let size = 0;
	for (const chunk of chunks) {
		crc = crc32(chunk, crc);
		size += chunk.length;
	}
	return { method: STORED, crc, compressedSize: size, uncompressedSize: size, chunks };
}
