import { isAge, textOf } from './age-beginning';
import { sift, type Folder } from './folder';
import { FormatError } from './format-error';
import { readFrontMatter } from './front-matter';
import type { Intake } from './intake';
import { isJrnlText } from './jrnl-in';
import { jsonKindOf, looksLikeJson, type JsonKind } from './json-in';
import type { Pace } from './pace';
import { beginningOf, sourceOf, type GivenFile, type Source } from './source';
import { isForeignText, type TextKind } from './text-in';
import { withLineFeeds } from './well-formed';
import { filesIn } from './zip-reader';

/** What files are, as a whole. */
export type FormatKind = JsonKind | TextKind | 'own-backup';

/** What was found in what was given: a folder's files, or one file. */
export type Found =
	| { kind: 'own-backup' }
	| { kind: FormatKind; folder: Folder }
	| { kind: JsonKind; json: Source }
	| { kind: TextKind; text: Source };

/** As much of a file is looked at. */
const LOOK = 65_536;

/**
 * Looks what was given: one file, or the files of a folder. What counts is what is in a file, not its name; within
 * a folder or an archive the endings of names say which files are worth a look. Rejects with a FormatError.
 */
export async function look(files: readonly GivenFile[], zone: string, pace: Pace): Promise<Found> {
	const [file, ...others] = files;
	if (!file) throw new FormatError('empty', 'there is no file');
	if (others.length > 0) return ofFolder(await siftGiven(files, pace));
	if (file.content.size === 0) throw new FormatError('empty', 'there is nothing in it');
	const source = sourceOf(file);
	const bytes = await beginningOf(source, LOOK);
	const text = textOf(bytes);
	if (isZip(bytes)) {
		return ofFolder(await sift(await filesIn(file, zone, pace), pace));
	}
	if (isAge(bytes)) return { kind: 'own-backup' };
	if (isForeignText(text)) throw new FormatError('unknown', 'a text of another program');
	if (looksLikeJson(text)) return ofJson(source);
	return { kind: await kindOfText(text), text: source };
}

function ofFolder(folder: Folder): Found {
	return { kind: folder.kind === 'texts' ? 'markdown' : folder.kind, folder };
}

async function siftGiven(files: readonly GivenFile[], pace: Pace): Promise<Folder> {
	try {
		return await sift(files.map(sourceOf), pace);
	} catch (error) {
		if (!(error instanceof FormatError) || error.code !== 'unknown') throw error;
		// Two archives, or two backups: each would be read by itself.
		const isWhole = files.some(({ name }) => /\.(?:zip|age)$/i.test(name));
		throw isWhole ? new FormatError('several', 'more than one archive at once') : error;
	}
}

async function ofJson(json: Source): Promise<Found> {
	const kind = await jsonKindOf(json);
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

async function kindOfText(beginning: string): Promise<TextKind> {
	if (await readFrontMatter(withLineFeeds(beginning))) return 'markdown';
	return isJrnlText(beginning) ? 'jrnl-text' : 'plain-text';
}

/** Notes what of a folder is not read, but for files that were named with their pages. */
export function noteLeftOut({ leftOut }: Folder, intake: Intake): void {
	for (const { path, why } of leftOut) {
		const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
		if (!intake.named.has(name)) intake.skip(path, why);
	}
}
