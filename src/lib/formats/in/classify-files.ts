import { FormatError } from '$lib/formats/format-error';
import type { SkipReason } from './import-collector';
import { detectJsonKind, type JsonKind } from './json';
import { formatLimits } from '$lib/formats/limits';
import type { Yielder } from '$lib/work/yielder';
import type { Source } from './source';

/** A file of a folder or an archive that is not read, and why. */
interface SkippedFile {
	path: string;
	reason: SkipReason;
}

/** What a folder or an archive holds: a journal in JSON files, or texts. */
export interface FileCollection {
	kind: JsonKind | 'texts';
	sources: Source[];
	skippedFiles: SkippedFile[];
}

/** As many JSON files are looked into; a program that writes one for each page is none that is read here. */
const MAX_CANDIDATES = 100;

/** What a file in an archive may be beside a source. */
type ListedFile = Source & { isLink?: boolean };

/**
 * Looks what a folder or an archive holds. Rejects with a FormatError: `empty`, `unknown`, `several` for journals of
 * two kinds, `too-large`, or what is wrong with a file that has to be read.
 */
export async function classifyFiles(
	listedFiles: readonly ListedFile[],
	yielder: Yielder
): Promise<FileCollection> {
	const files = listedFiles.filter(({ path }) => !isSystemFile(path));
	if (files.length === 0) throw new FormatError('empty', 'no file is in it');
	const sources = files.filter(({ isLink }) => !isLink);
	const { kind, journals, broken } = await findJournals(sources, yielder);
	const texts = sources.filter(
		({ path }) => isTextName(path) && !/^readme\.(?:md|txt)$/i.test(fileName(path))
	);
	const selected = kind ? journals : texts;
	// With a journal beside it, or nothing at all, a JSON file that breaks off is what was to be read.
	if (broken && (kind ?? texts.length === 0)) throw broken;
	if (selected.length === 0) throw new FormatError('unknown', 'no journal and no text is in it');
	const size = selected.reduce((sum, one) => sum + one.size, 0);
	if (size > formatLimits.totalBytes) {
		throw new FormatError('too-large', 'it holds more than can be read');
	}
	const selectedSet = new Set<Source>(selected);
	const skippedFiles = files
		.filter((file) => !selectedSet.has(file))
		.map(({ path, isLink }) => ({
			path,
			reason: isLink ? ('link' as const) : skipReasonFor(path)
		}));
	return { kind: kind ?? 'texts', sources: selected, skippedFiles };
}

async function findJournals(
	sources: readonly Source[],
	yielder: Yielder
): Promise<{ kind: JsonKind | null; journals: Source[]; broken: FormatError | null }> {
	const depth = ({ path }: Source): number => path.split('/').length;
	const candidates = sources
		.filter(({ path }) => /\.json$/i.test(path))
		.toSorted((one, other) => depth(one) - depth(other))
		.slice(0, MAX_CANDIDATES);
	const kinds = new Map<Source, JsonKind>();
	let broken: FormatError | null = null;
	let hasEmpty = false;
	for (const source of candidates) {
		await yielder.yieldIfDue();
		try {
			const kind = await detectJsonKind(source);
			if (kind === 'own') throw new FormatError('unpacked-backup', 'it is what a backup holds');
			if (kind === 'empty') hasEmpty = true;
			else if (kind) kinds.set(source, kind);
		} catch (error) {
			if (!(error instanceof FormatError)) throw error;
			if (!['damaged', 'unknown', 'not-text'].includes(error.code)) throw error;
			if (error.code === 'damaged') broken ??= error;
		}
	}
	const [kind = null, ...others] = new Set(kinds.values());
	if (others.length > 0) throw new FormatError('several', 'journals of two kinds are in it');
	if (kind === null && hasEmpty) {
		throw new FormatError('no-pages', 'the journal in it has no entry');
	}
	return { kind, journals: [...kinds.keys()], broken };
}

/** What systems and programs put beside a person's files. */
function isSystemFile(path: string): boolean {
	return /(?:^|\/)(?:\.(?!\.?\/)|__MACOSX(?:\/|$)|Thumbs\.db$|desktop\.ini$)/i.test(path);
}

function isTextName(path: string): boolean {
	return /\.(?:md|markdown|mdown|mkd|txt|text)$/i.test(path);
}

function fileName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

const SKIP_REASONS_BY_EXTENSION: readonly [SkipReason, RegExp][] = [
	['photo', /\.(?:jpe?g|png|gif|webp|heic|heif|avif|tiff?|bmp|svg)$/i],
	['video', /\.(?:mov|mp4|m4v|webm|avi|mkv)$/i],
	['audio', /\.(?:m4a|mp3|aac|wav|ogg|opus|flac|caf)$/i],
	['document', /\.(?:pdf|docx?|odt|pages|rtf|pptx?|xlsx?|epub)$/i],
	['archive', /\.(?:zip|7z|rar|tar|gz|tgz|age)$/i]
];

/** Why a file is not read, by the ending of its name. */
function skipReasonFor(path: string): SkipReason {
	return SKIP_REASONS_BY_EXTENSION.find(([, ending]) => ending.test(path))?.[0] ?? 'other-file';
}
