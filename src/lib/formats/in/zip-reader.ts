import { equalBytes } from '$lib/bytes/bytes';
import { decompressed, describesData, LOCAL_HEADER_SIZE, readLocalHeader } from '$lib/zip/zip';
import { FormatError } from '$lib/formats/format-error';
import { formatLimits } from '$lib/formats/limits';
import { Yielder } from '$lib/work/yielder';
import { readChunks, BlobReader, type InputFile, type Source } from './source';
import { toParsedDate } from '$lib/formats/dates/parsed-date';
import { listed, type ListedEntry } from './zip-directory';
import { formatErrorFrom } from '$lib/formats/zip-errors';
import { toInstant } from '$lib/formats/dates/time-zone';

/** A file in an archive; `link` where it is only a name for another place. */
export interface ArchiveFile extends Source {
	isLink: boolean;
}

/**
 * The files of an archive, folders left out. Nothing is decompressed yet. `zone` is where its clock hung.
 * Rejects with a FormatError `damaged`, `locked`, `too-large`, `bomb` or `unreadable`.
 */
export async function archiveFiles(
	{ content }: InputFile,
	zone: string,
	yielder = new Yielder()
): Promise<ArchiveFile[]> {
	const window = new BlobReader(content);
	return (await listed(window, yielder)).map((entry) => ({
		path: entry.path,
		size: entry.uncompressedSize,
		isLink: entry.isLink,
		// Asked of the few that say no day themselves: what the clocks of a zone showed takes a tenth of a millisecond.
		get modifiedAt() {
			return changedAt(entry, zone);
		},
		chunks: () => dataOf(window, entry)
	}));
}

/** The data of an entry. Its headers are held against the limits before anything of it is decompressed. */
async function* dataOf(window: BlobReader, entry: ListedEntry): AsyncGenerator<Uint8Array, void> {
	const { compressedSize, uncompressedSize } = entry;
	if (entry.isEncrypted) throw new FormatError('locked', 'the archive has a password');
	if (uncompressedSize > formatLimits.totalBytes) {
		throw new FormatError('too-large', 'a file is too large');
	}
	if (
		uncompressedSize > formatLimits.ratioFromBytes &&
		uncompressedSize > compressedSize * formatLimits.compressionRatio
	) {
		throw new FormatError('bomb', 'a file decompresses to more than it can hold');
	}
	const start = await dataOffset(window, entry);
	try {
		yield* decompressed(readChunks(window, start, start + compressedSize), entry);
	} catch (error) {
		throw formatErrorFrom(error);
	}
}

/** Where the data of an entry begins: behind its local file header, which has to be that of the same entry. */
async function dataOffset(window: BlobReader, entry: ListedEntry): Promise<number> {
	const { offset, name } = entry;
	const nameEnd = offset + LOCAL_HEADER_SIZE + name.length;
	if (nameEnd > window.content.size) throw damaged('an entry lies outside of the archive');
	const header = await window.read(offset, nameEnd);
	const local = readLocalHeader(header);
	const isSame =
		local?.nameLength === name.length &&
		equalBytes(name, header.subarray(LOCAL_HEADER_SIZE)) &&
		describesData(local, entry);
	if (!isSame) throw damaged('an entry is not what the central directory says');
	const start = nameEnd + local.extraLength;
	if (start + entry.compressedSize > window.content.size) throw damaged('an entry is cut off');
	return start;
}

/** When a file was last changed; null where its archive says nothing that can be. */
function changedAt({ modified }: ListedEntry, zone: string): number | null {
	const [date, time] = [modified >>> 16, modified & 0xffff];
	const stamp = toParsedDate({
		year: 1980 + (date >>> 9),
		month: (date >>> 5) & 15,
		day: date & 31,
		hour: time >>> 11,
		minute: (time >>> 5) & 63,
		second: (time & 31) * 2
	});
	return stamp && toInstant(stamp.dateTime, zone);
}

function damaged(message: string): FormatError {
	return new FormatError('damaged', `the archive is broken: ${message}`);
}
