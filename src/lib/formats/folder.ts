import { FormatError } from './format-error';
import type { SkipReason } from './intake';
import { jsonKindOf, type JsonKind } from './json-in';
import { limits } from './limits';
import type { Pace } from './pace';
import type { Source } from './source';

/** A file of a folder or an archive that is not read, and why. */
interface LeftOut {
	path: string;
	why: SkipReason;
}

/** What a folder or an archive holds: a journal in JSON files, or texts. */
export interface Folder {
	kind: JsonKind | 'texts';
	sources: Source[];
	leftOut: LeftOut[];
}

/** As many JSON files are looked into; a program that writes one for each page is none that is read here. */
const MAX_LOOKS = 100;

/** What a file in an archive may be beside a source. */
type Found = Source & { link?: boolean };

/**
 * Looks what a folder or an archive holds. Rejects with a FormatError: `empty`, `unknown`, `several` for journals of
 * two kinds, `too-large`, or what is wrong with a file that has to be read.
 */
export async function sift(all: readonly Found[], pace: Pace): Promise<Folder> {
	const files = all.filter(({ path }) => !isSystemFile(path));
	if (files.length === 0) throw new FormatError('empty', 'no file is in it');
	const sources = files.filter(({ link }) => !link);
	const { kind, journals, broken } = await journalsIn(sources, pace);
	const texts = sources.filter(
		({ path }) => isTextName(path) && !/^readme\.(?:md|txt)$/i.test(nameOf(path))
	);
	const chosen = kind ? journals : texts;
	// With a journal beside it, or nothing at all, a JSON file that breaks off is what was to be read.
	if (broken && (kind ?? texts.length === 0)) throw broken;
	if (chosen.length === 0) throw new FormatError('unknown', 'no journal and no text is in it');
	const size = chosen.reduce((sum, one) => sum + one.size, 0);
	if (size > limits.read) throw new FormatError('too-large', 'it holds more than can be read');
	const read = new Set<Source>(chosen);
	const leftOut = files
		.filter((file) => !read.has(file))
		.map(({ path, link }) => ({ path, why: link ? ('link' as const) : reasonFor(path) }));
	return { kind: kind ?? 'texts', sources: chosen, leftOut };
}

async function journalsIn(
	sources: readonly Source[],
	pace: Pace
): Promise<{ kind: JsonKind | null; journals: Source[]; broken: FormatError | null }> {
	const depth = ({ path }: Source): number => path.split('/').length;
	const candidates = sources
		.filter(({ path }) => /\.json$/i.test(path))
		.toSorted((one, other) => depth(one) - depth(other))
		.slice(0, MAX_LOOKS);
	const kinds = new Map<Source, JsonKind>();
	let broken: FormatError | null = null;
	let empty = false;
	for (const source of candidates) {
		await pace.rest();
		try {
			const kind = await jsonKindOf(source);
			if (kind === 'own') throw new FormatError('unpacked-backup', 'it is what a backup holds');
			if (kind === 'empty') empty = true;
			else if (kind) kinds.set(source, kind);
		} catch (error) {
			if (!(error instanceof FormatError)) throw error;
			if (!['damaged', 'unknown', 'not-text'].includes(error.code)) throw error;
			if (error.code === 'damaged') broken ??= error;
		}
	}
	const [kind = null, ...others] = new Set(kinds.values());
	if (others.length > 0) throw new FormatError('several', 'journals of two kinds are in it');
	if (kind === null && empty) throw new FormatError('no-pages', 'the journal in it has no entry');
	return { kind, journals: [...kinds.keys()], broken };
}

/** What systems and programs put beside a person's files. */
function isSystemFile(path: string): boolean {
	return /(?:^|\/)(?:\.(?!\.?\/)|__MACOSX(?:\/|$)|Thumbs\.db$|desktop\.ini$)/i.test(path);
}

function isTextName(path: string): boolean {
	return /\.(?:md|markdown|mdown|mkd|txt|text)$/i.test(path);
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

const reasons: readonly [SkipReason, RegExp][] = [
	['photo', /\.(?:jpe?g|png|gif|webp|heic|heif|avif|tiff?|bmp|svg)$/i],
	['video', /\.(?:mov|mp4|m4v|webm|avi|mkv)$/i],
	['audio', /\.(?:m4a|mp3|aac|wav|ogg|opus|flac|caf)$/i],
	['document', /\.(?:pdf|docx?|odt|pages|rtf|pptx?|xlsx?|epub)$/i],
	['archive', /\.(?:zip|7z|rar|tar|gz|tgz|age)$/i]
];

/** Why a file is not read, by the ending of its name. */
function reasonFor(path: string): SkipReason {
	return reasons.find(([, ending]) => ending.test(path))?.[0] ?? 'other-file';
}
