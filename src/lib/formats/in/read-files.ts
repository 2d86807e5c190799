import { readText } from './decode-text';
import { FormatError } from '$lib/formats/format-error';
import type { FileCollection } from './classify-files';
import type { ImportData } from './import-data';
import { ImportCollector } from './import-collector';
import { collectJson, type JsonKind } from './json';
import { formatLimits } from '$lib/formats/limits';
import type { WorkOptions } from '$lib/work/progress';
import { Yielder } from '$lib/work/yielder';
import { detectFormat, reportSkippedFiles, type FormatKind } from './detect-format';
import type { InputFile, Source } from './source';
import { isForeignText, collectText } from './text';
import { isKnownZone } from '$lib/formats/dates/time-zone';

export interface ReadOptions extends WorkOptions {
	/**
	 * A word that belongs to one journal alone and lies sealed with it. It goes into every id that follows from a
	 * text, so that the ids, which stand open on the disk, confirm no guess at what was written.
	 */
	secret: string;
	/** The time zone for dates that name none; that of this device by default. */
	zone?: string;
	/** The moment of reading, in milliseconds, for texts that nothing dates. */
	now?: number;
}

/** What was read. */
export interface ReadResult {
	kind: FormatKind;
	incoming: ImportData;
	/** The pages that say no day: the date of their file, or today's, stands in. By the names of their files. */
	undated: string[];
}

/** What files are, by what is in them. Rejects with a FormatError if they are nothing that is read. */
export async function detectInputFormat(
	files: readonly InputFile[],
	{ signal, zone = 'UTC' }: Pick<ReadOptions, 'signal' | 'zone'> = {}
): Promise<FormatKind> {
	const { kind } = await withFormatErrors(() => detectFormat(files, zone, new Yielder({ signal })));
	return kind;
}

/**
 * Reads all pages out of one file, or the files of a folder. All of them or none: whatever is wrong with a file as
 * a whole rejects with one FormatError. What a page cannot keep, and a page that cannot be taken, is named in
 * `skipped`.
 */
export async function readFiles(
	files: readonly InputFile[],
	{ secret, zone, now = Date.now(), signal, onProgress }: ReadOptions
): Promise<ReadResult> {
	const localZone = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
	const yielder = new Yielder({ signal, onProgress });
	const collector = new ImportCollector({
		secret,
		zone: isKnownZone(localZone) ? localZone : 'UTC',
		now,
		yielder
	});
	return withFormatErrors(async () => {
		const detected = await detectFormat(files, collector.context.zone, yielder);
		let { kind } = detected;
		if ('json' in detected) await collectJson(detected.json, detected.kind, collector);
		else if ('text' in detected) {
			kind = await collectText(await readText(detected.text), detected.text, collector);
		} else if ('folder' in detected) kind = await collectFiles(detected.folder, collector);
		else throw new FormatError('own-backup', 'a backup is opened with its code');
		return { kind, ...collector.finish() };
	});
}

async function collectFiles(
	collection: FileCollection,
	collector: ImportCollector
): Promise<FormatKind> {
	const { kind, sources } = collection;
	if (kind !== 'texts') {
		await collectJournals(sources, kind, collector);
		reportSkippedFiles(collection, collector);
		return kind;
	}
	let formatKind: FormatKind = 'markdown';
	for (const [index, source] of sources.entries()) {
		await collector.context.yielder.yieldIfDue(index / sources.length);
		const text = await readTextIn(source, collector);
		if (text === null) continue;
		const one = await collectText(text, source, collector);
		if (sources.length === 1) formatKind = one;
	}
	reportSkippedFiles(collection, collector);
	return formatKind;
}

async function collectJournals(
	sources: readonly Source[],
	kind: JsonKind,
	collector: ImportCollector
): Promise<void> {
	for (const source of sources) await collectJson(source, kind, collector);
}

/** The text of one file among others; null for one that is none, which is noted. */
async function readTextIn(source: Source, collector: ImportCollector): Promise<string | null> {
	if (source.size > formatLimits.textFileBytes) {
		collector.reportSkipped(source.path, 'too-long');
		return null;
	}
	try {
		const text = await readText(source);
		if (!isForeignText(text)) return text;
		collector.reportSkipped(source.path, 'other-file');
	} catch (error) {
		if (!(error instanceof FormatError) || error.code !== 'not-text') throw error;
		collector.reportSkipped(source.path, 'not-text');
	}
	return null;
}

/** Lets nothing through but FormatErrors: where memory ends, a file was too large. */
async function withFormatErrors<T>(run: () => Promise<T>): Promise<T> {
	try {
		return await run();
	} catch (error) {
		if (error instanceof RangeError) {
			throw new FormatError('too-large', 'the file is too large', { cause: error });
		}
		throw error;
	}
}
