import { textOf } from './decode';
import { FormatError } from './format-error';
import type { Folder } from './folder';
import type { Incoming } from './incoming';
import { Intake } from './intake';
import { takeJson, type JsonKind } from './json-in';
import { limits } from './limits';
import { Pace, type Progress } from './pace';
import { look, noteLeftOut, type FormatKind } from './recognise';
import type { GivenFile, Source } from './source';
import { isForeignText, takeText } from './text-in';
import { knowsZone } from './zone-clock';

export interface ReadOptions {
	/**
	 * A word that belongs to one journal alone and lies sealed with it. It goes into every id that follows from a
	 * text, so that the ids, which stand open on the disk, confirm no guess at what was written.
	 */
	secret: string;
	/** The time zone for dates that name none; that of this device by default. */
	zone?: string;
	/** The moment of reading, in milliseconds, for texts that nothing dates. */
	now?: number;
	/** Ends the reading with a FormatError `cancelled`. */
	signal?: AbortSignal;
	onProgress?: Progress;
}

/** What was read. */
export interface Reading {
	kind: FormatKind;
	incoming: Incoming;
	/** The pages that say no day: the date of their file, or today's, stands in. By the names of their files. */
	undated: string[];
}

/** What files are, by what is in them. Rejects with a FormatError if they are nothing that is read. */
export async function recognise(
	files: readonly GivenFile[],
	{ signal, zone = 'UTC' }: Pick<ReadOptions, 'signal' | 'zone'> = {}
): Promise<FormatKind> {
	const { kind } = await guarded(() => look(files, zone, new Pace(signal)));
	return kind;
}

/**
 * Reads all pages out of one file, or the files of a folder. All of them or none: whatever is wrong with a file as
 * a whole rejects with one FormatError. What a page cannot keep, and a page that cannot be taken, is named in
 * `skipped`.
 */
export async function readFiles(
	files: readonly GivenFile[],
	{ secret, zone, now = Date.now(), signal, onProgress }: ReadOptions
): Promise<Reading> {
	const here = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
	const pace = new Pace(signal, onProgress);
	const intake = new Intake({ secret, zone: knowsZone(here) ? here : 'UTC', now, pace });
	return guarded(async () => {
		const found = await look(files, intake.context.zone, pace);
		let { kind } = found;
		if ('json' in found) await takeJson(found.json, found.kind, intake);
		else if ('text' in found) kind = await takeText(await textOf(found.text), found.text, intake);
		else if ('folder' in found) kind = await takeFolder(found.folder, intake);
		else throw new FormatError('own-backup', 'a backup is opened with its code');
		return { kind, ...intake.result() };
	});
}

async function takeFolder(folder: Folder, intake: Intake): Promise<FormatKind> {
	const { kind, sources } = folder;
	if (kind !== 'texts') {
		await takeJournals(sources, kind, intake);
		noteLeftOut(folder, intake);
		return kind;
	}
	let only: FormatKind = 'markdown';
	for (const [index, source] of sources.entries()) {
		await intake.context.pace.rest(index / sources.length);
		const text = await textIn(source, intake);
		if (text === null) continue;
		const one = await takeText(text, source, intake);
		if (sources.length === 1) only = one;
	}
	noteLeftOut(folder, intake);
	return only;
}

async function takeJournals(
	sources: readonly Source[],
	kind: JsonKind,
	intake: Intake
): Promise<void> {
	for (const source of sources) await takeJson(source, kind, intake);
}

/** The text of one file among others; null for one that is none, which is noted. */
async function textIn(source: Source, intake: Intake): Promise<string | null> {
	if (source.size > limits.textFile) {
		intake.skip(source.path, 'too-long');
		return null;
	}
	try {
		const text = await textOf(source);
		if (!isForeignText(text)) return text;
		intake.skip(source.path, 'other-file');
	} catch (error) {
		if (!(error instanceof FormatError) || error.code !== 'not-text') throw error;
		intake.skip(source.path, 'not-text');
	}
	return null;
}

/** Lets nothing through but FormatErrors: where memory ends, a file was too large. */
async function guarded<T>(run: () => Promise<T>): Promise<T> {
	try {
		return await run();
	} catch (error) {
		if (error instanceof RangeError) {
			throw new FormatError('too-large', 'the file is too large', { cause: error });
		}
		throw error;
	}
}
