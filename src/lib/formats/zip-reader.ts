import { decompressed, describesData, LOCAL_HEADER_SIZE, readLocalHeader } from '$lib/zip/zip';
import { FormatError } from './format-error';
import { limits } from './limits';
import { Pace } from './pace';
import { piecesOf, Window, type GivenFile, type Source } from './source';
import { stampOf } from './stamp';
import { listed, type ListedEntry } from './zip-directory';
import { orFormatError } from './zip-refusal';
import { instantOf } from './zone-clock';

/** A file in an archive; `link` where it is only a name for another place. */
export interface Packed extends Source {
	link: boolean;
}

/**
 * The files of an archive, folders left out. Nothing is decompressed yet. `zone` is where its clock hung.
 * Rejects with a FormatError `damaged`, `locked`, `too-large`, `bomb`, `unreadable` or `cancelled`.
 */
export async function filesIn(
	{ content }: GivenFile,
	zone: string,
	pace = new Pace()
): Promise<Packed[]> {
	const window = new Window(content);
	return (await listed(window, pace)).map((entry) => ({
		path: entry.path,
		size: entry.uncompressedSize,
		link: entry.isLink,
		// Asked of the few that say no day themselves: what the clocks of a zone showed takes a tenth of a millisecond.
		get changed() {
			return changedAt(entry, zone);
		},
		chunks: () => dataOf(window, entry)
	}));
}

/** The data of an entry. Its headers are held against the limits before anything of it is decompressed. */
async function* dataOf(window: Window, entry: ListedEntry): AsyncGenerator<Uint8Array, void> {
	const { compressedSize, uncompressedSize } = entry;
	if (entry.isEncrypted) throw new FormatError('locked', 'the archive has a password');
	if (uncompressedSize > limits.read) throw new FormatError('too-large', 'a file is too large');
	if (uncompressedSize > limits.smallFile && uncompressedSize > compressedSize * limits.ratio) {
		throw new FormatError('bomb', 'a file decompresses to more than it can hold');
	}
	const start = await dataOffset(window, entry);
	try {
		yield* decompressed(piecesOf(window, start, start + compressedSize), entry);
	} catch (error) {
		throw orFormatError(error);
	}
}

/** Where the data of an entry begins: behind its local file header, which has to be that of the same entry. */
async function dataOffset(window: Window, entry: ListedEntry): Promise<number> {
	const { offset, name } = entry;
	const nameEnd = offset + LOCAL_HEADER_SIZE + name.length;
	if (nameEnd > window.content.size) throw damaged('an entry lies outside of the archive');
	const header = await window.at(offset, nameEnd);
	const local = readLocalHeader(header);
	const isSame =
		local?.nameLength === name.length &&
		name.every((byte, index) => byte === header[LOCAL_HEADER_SIZE + index]) &&
		describesData(local, entry);
	if (!isSame) throw damaged('an entry is not what the central directory says');
	const start = nameEnd + local.extraLength;
	if (start + entry.compressedSize > window.content.size) throw damaged('an entry is cut off');
	return start;
}

/** When a file was last changed; null where its archive says nothing that can be. */
function changedAt({ modified }: ListedEntry, zone: string): number | null {
	const [date, time] = [modified >>> 16, modified & 0xffff];
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
