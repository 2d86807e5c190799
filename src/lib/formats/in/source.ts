import { concatBytes } from '$lib/bytes/bytes';
import { FormatError } from '$lib/formats/format-error';

/** A file as a person gave it. */
export interface InputFile {
	/** Its name, or its path in the folder that was given. */
	name: string;
	/** A `File` is one. It is read piece by piece and never held as a whole. */
	content: Blob;
	/** When it was last changed, in milliseconds; null where that is not known. */
	modifiedAt: number | null;
}

/** Takes a file, or one of a folder, as a browser hands it over. */
export function toInputFile(file: File): InputFile {
	// Where no folder was given, its path is empty.
	return {
		name: file.webkitRelativePath || file.name,
		content: file,
		modifiedAt: file.lastModified
	};
}

/** A file that can be read, on its own or inside an archive. */
export interface Source {
	path: string;
	/** Bytes, as whoever holds it says. */
	size: number;
	/** When it was last changed, in milliseconds; null where that is not known. */
	modifiedAt: number | null;
	/** Its bytes, from the first to the last, anew at each call. Throws a FormatError. */
	chunks(): AsyncIterable<Uint8Array>;
}

/** Bytes read from the device at once. */
const CHUNK_SIZE = 262_144;
/** Bytes that are kept of an archive while its files are read one after the other. */
const READ_AHEAD = 1_048_576;

/** Takes a file as it lies on the device and returns it as a source. */
export function toSource({ name, content, modifiedAt }: InputFile): Source {
	return {
		path: name,
		size: content.size,
		modifiedAt,
		chunks: () => readChunks(new BlobReader(content), 0, content.size)
	};
}

/** The bytes from `start` to before `end`, a piece at a time. Throws a FormatError `unreadable`. */
export async function* readChunks(
	reader: BlobReader,
	start: number,
	end: number
): AsyncGenerator<Uint8Array, void> {
	for (let at = start; at < end; at += CHUNK_SIZE) {
		yield await reader.read(at, Math.min(end, at + CHUNK_SIZE));
	}
}

/** The bytes from `start` to before `end`. Rejects with a FormatError `unreadable`. */
export async function readRange(content: Blob, start: number, end: number): Promise<Uint8Array> {
	let bytes: Uint8Array;
	try {
		bytes = new Uint8Array(await content.slice(start, end).arrayBuffer());
	} catch (cause) {
		// NotReadableError or NotFoundError: the file was moved or changed since it was chosen.
		throw new FormatError('unreadable', 'the file cannot be read', { cause });
	}
	if (bytes.length !== end - start) throw new FormatError('unreadable', 'the file became shorter');
	return bytes;
}

/** Reads here and there in a file, mostly onwards: small pieces come out of a larger one that was read before. */
export class BlobReader {
	readonly content: Blob;
	#start = 0;
	#bytes: Uint8Array = new Uint8Array();

	constructor(content: Blob) {
		this.content = content;
	}

	/** The bytes from `start` to before `end`, not to be changed. Rejects with a FormatError `unreadable`. */
	async read(start: number, end: number): Promise<Uint8Array> {
		if (end - start > CHUNK_SIZE) return readRange(this.content, start, end);
		if (start < this.#start || end > this.#start + this.#bytes.length) {
			const until = Math.min(this.content.size, start + READ_AHEAD);
			this.#bytes = await readRange(this.content, start, Math.max(end, until));
			this.#start = start;
		}
		return this.#bytes.subarray(start - this.#start, end - this.#start);
	}
}

/** The first bytes of a source, at most `most` of them. Throws what its reading throws. */
export async function readPrefix(source: Source, maxBytes: number): Promise<Uint8Array> {
	const pieces: Uint8Array[] = [];
	let length = 0;
	for await (const piece of source.chunks()) {
		pieces.push(piece);
		length += piece.length;
		if (length >= maxBytes) break;
	}
	return concatBytes(pieces).subarray(0, maxBytes);
}
