import type { Reader } from '@zip.js/zip.js/lib/zip-core-reader.js';
import { LOCAL_HEADER_SIZE, type DataFields } from '$lib/zip/zip';
import { decodeText } from './decode-text';
import { FormatError } from '$lib/formats/format-error';
import { formatLimits } from '$lib/formats/limits';
import type { Yielder } from '$lib/work/yielder';
import type { BlobReader } from './source';

/** An entry of an archive, as its central directory has it. */
export interface ListedEntry extends DataFields {
	path: string;
	/** The file name in bytes, to be compared with the one in the local file header. */
	name: Uint8Array;
	/** Where the local file header begins. */
	offset: number;
	isEncrypted: boolean;
	/** Whether it is a symbolic link, no file. */
	isLink: boolean;
	/** Date and time as MS-DOS has them (APPNOTE 4.4.6): what a clock on the wall showed. */
	modified: number;
}

/**
 * Reads the central directory of an archive, with zip.js: where it is, the zip64 extensions, the extra fields, the
 * encodings. What could be understood in two ways is refused: bytes in front of the archive, behind it or between its
 * parts, an end that contradicts another, entries that overlap. Folders are left out.
 *
 * Nothing of an entry's data is read. An entry of zip.js takes 5 kB of memory, and its streams a millisecond or two for
 * each that is decompressed; so no more is kept of it than `ListedEntry`, and `zip` does the decompression.
 *
 * Rejects with a FormatError `damaged`, `locked`, `too-large`, `bomb` or `unreadable`.
 */
export async function listed(window: BlobReader, yielder: Yielder): Promise<ListedEntry[]> {
	const zipJs = await import('@zip.js/zip.js/lib/zip-core-reader.js');
	const reader = new zipJs.ZipReader(readerFrom(window), {
		// No byte may follow the end of central directory record.
		maxAppendedDataSize: 0,
		// No path is ever written to; names only say what was found.
		filenameValidation: 'tolerant',
		decodeText: (bytes, _, type) => (type === 'filename' ? (decodeText(bytes) ?? '') : '')
	});
	/** What zip.js warns of and is no ambiguity: two files of one name are two files. */
	const harmless: ReadonlySet<string> = new Set([
		zipJs.WARNING_DUPLICATE_FILENAME,
		zipJs.WARNING_UNSORTED_CENTRAL_DIRECTORY,
		zipJs.WARNING_MALFORMED_EXTRA_FIELD,
		zipJs.WARNING_UNKNOWN_VERSION,
		// Archivers of old write no zip64 records, and begin to count anew after 65,535.
		zipJs.WARNING_WRAPPED_ENTRIES_COUNT
	]);
	const entries: ListedEntry[] = [];
	let count = 0;
	try {
		for await (const entry of reader.getEntriesGenerator()) {
			count += 1;
			if (count > formatLimits.archiveFiles) throw new FormatError('too-large', 'too many entries');
			await yielder.yieldIfDue();
			if (entry.directory) continue;
			entries.push({
				path: entry.filename,
				name: entry.rawFilename,
				offset: entry.offset,
				method: entry.compressionMethod,
				crc: entry.crc32 ?? 0,
				compressedSize: entry.compressedSize,
				uncompressedSize: entry.uncompressedSize,
				isEncrypted: entry.encrypted,
				isLink: entry.symlink,
				modified: Number(entry.rawLastModDate)
			});
		}
	} catch (cause) {
		yielder.throwIfAborted();
		if (cause instanceof FormatError) throw cause;
		const isLocked =
			cause instanceof Error && cause.message === zipJs.ERR_ENCRYPTED_CENTRAL_DIRECTORY;
		throw new FormatError(isLocked ? 'locked' : 'damaged', 'its list cannot be read', { cause });
	}
	const ambiguity = reader.warnings?.find(({ reason }) => !harmless.has(reason));
	if (ambiguity) throw new FormatError('damaged', `the archive is ambiguous: ${ambiguity.reason}`);
	refuseOverlaps(entries, reader.directoryOffset ?? 0);
	return entries;
}

/** The archive as zip.js reads it, of which no more is read at once than a central directory may have. */
function readerFrom(window: BlobReader): Reader<Blob> {
	const { size } = window.content;
	const reader: Pick<Reader<Blob>, 'size' | 'readUint8Array'> = {
		size,
		readUint8Array(offset, length) {
			if (length > formatLimits.archiveDirectoryBytes) {
				throw new FormatError('too-large', 'too large a list');
			}
			const start = Math.min(Math.max(offset, 0), size);
			return window.read(start, Math.min(start + Math.max(length, 0), size));
		}
	};
	return reader as Reader<Blob>;
}

/** Entries that lie on top of one another have the same few bytes decompressed again and again. */
function refuseOverlaps(entries: readonly ListedEntry[], end: number): void {
	const sorted = entries.toSorted((one, other) => one.offset - other.offset);
	for (const [index, { offset, name, compressedSize }] of sorted.entries()) {
		if (offset >= end) throw new FormatError('damaged', 'an entry lies outside of the archive');
		const next = sorted[index + 1]?.offset ?? end;
		if (offset + LOCAL_HEADER_SIZE + name.length + compressedSize > next) {
			throw new FormatError('bomb', 'the entries of the archive overlap');
		}
	}
}
