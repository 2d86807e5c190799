import { hasAgeHeader, decodePrefix } from './detect-age';
import { classifyFiles, type FileCollection } from './classify-files';
import { FormatError } from '$lib/formats/format-error';
import { parseFrontMatter } from './front-matter';
import type { ImportCollector } from './import-collector';
import { isJrnlText } from './jrnl';
import { detectJsonKind, looksLikeJson, type JsonKind } from './json';
import type { Yielder } from '$lib/work/yielder';
import { readPrefix, toSource, type InputFile, type Source } from './source';
import { isForeignText, type TextKind } from './text';
import { normaliseNewlines } from '$lib/formats/sanitise';
import { archiveFiles } from './zip-reader';

/** What files are, as a whole. */
export type FormatKind = JsonKind | TextKind | 'own-backup';

/** What was found in what was given: a folder's files, or one file. */
export type DetectedFormat =
	| { kind: 'own-backup' }
	| { kind: FormatKind; folder: FileCollection }
	| { kind: JsonKind; json: Source }
	| { kind: TextKind; text: Source };

/** As much of a file is looked at. */
const PREFIX_BYTES = 65_536;

/**
 * Looks what was given: one file, or the files of a folder. What counts is what is in a file, not its name; within
 * a folder or an archive the endings of names say which files are worth a look. Rejects with a FormatError.
 */
export async function detectFormat(
	files: readonly InputFile[],
	zone: string,
	yielder: Yielder
): Promise<DetectedFormat> {
	const [file, ...others] = files;
	if (!file) throw new FormatError('empty', 'there is no file');
	if (others.length > 0) return fromCollection(await classifyInputFiles(files, yielder));
	if (file.content.size === 0) throw new FormatError('empty', 'there is nothing in it');
	const source = toSource(file);
	const bytes = await readPrefix(source, PREFIX_BYTES);
	const text = decodePrefix(bytes);
	if (isZip(bytes)) {
		return fromCollection(await classifyFiles(await archiveFiles(file, zone, yielder), yielder));
	}
	if (hasAgeHeader(bytes)) return { kind: 'own-backup' };
	if (isForeignText(text)) throw new FormatError('unknown', 'a text of another program');
	if (looksLikeJson(text)) return fromJson(source);
	return { kind: await detectTextKind(text), text: source };
}

function fromCollection(folder: FileCollection): DetectedFormat {
	return { kind: folder.kind === 'texts' ? 'markdown' : folder.kind, folder };
}

async function classifyInputFiles(
	files: readonly InputFile[],
	yielder: Yielder
): Promise<FileCollection> {
	try {
		return await classifyFiles(files.map(toSource), yielder);
	} catch (error) {
		if (!(error instanceof FormatError) || error.code !== 'unknown') throw error;
		// Two archives, or two backups: each would be read by itself.
		const isArchive = files.some(({ name }) => /\.(?:zip|age)$/i.test(name));
		throw isArchive ? new FormatError('several', 'more than one archive at once') : error;
	}
}

async function fromJson(json: Source): Promise<DetectedFormat> {
	const kind = await detectJsonKind(json);
	if (kind === 'own') throw new FormatError('unpacked-backup', 'it is what a backup holds');
	if (kind === 'empty') throw new FormatError('no-pages', 'a journal without an entry');
	if (kind === null) throw new FormatError('unknown', 'a JSON file of another program');
	return { kind, json };
}

/** An archive begins with a file, or, if it is empty, with its end. */
function isZip([first, second, third, fourth]: Uint8Array): boolean {
	const signed = first === 0x50 && second === 0x4b;
	return signed && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
}

async function detectTextKind(beginning: string): Promise<TextKind> {
	if (await parseFrontMatter(normaliseNewlines(beginning))) return 'markdown';
	return isJrnlText(beginning) ? 'jrnl-text' : 'plain-text';
}

/** Notes what of a folder is not read, but for files that were named with their pages. */
export function reportSkippedFiles(
	{ skippedFiles }: FileCollection,
	collector: ImportCollector
): void {
	for (const { path, reason } of skippedFiles) {
		const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
		if (!collector.reportedFiles.has(name)) collector.reportSkipped(path, reason);
	}
}
