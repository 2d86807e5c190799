import { entryDefaults, type Entry } from '$lib/model/entry';
import type { Moment } from '$lib/model/moment';
import { FormatError } from '$lib/formats/format-error';
import { emptyImportData, type ImportData, type SkippedItem } from './import-data';
import { formatLimits } from '$lib/formats/limits';
import type { Yielder } from '$lib/work/yielder';
import { deriveId } from '$lib/formats/stable-id';
import {
	toSingleLine,
	displayName,
	replaceLoneSurrogates,
	normaliseNewlines
} from '$lib/formats/sanitise';

/**
 * Why something is not taken:
 * - `photo`, `video`, `audio`, `document`: it is none of the things that a page here holds
 * - `detail`: what the other program noted beside a page: weather, places, steps
 * - `property`: a line of front matter that says nothing to this journal
 * - `no-words`: a page without a word on it
 * - `no-date`: a page whose day cannot be read, or is absurd
 * - `repeated`: the same page again
 * - `too-long`: a text longer than a page may be
 * - `broken`: an entry that is none
 * - `not-text`: a file that is no text
 * - `archive`: an archive inside an archive, never opened
 * - `link`: a file that is only a name for another place
 * - `other-file`: a file that is no page of this format
 * - `more`: so many more things that they are not named
 */
export const skipReasons = [
	'photo',
	'video',
	'audio',
	'document',
	'detail',
	'property',
	'no-words',
	'no-date',
	'repeated',
	'too-long',
	'broken',
	'not-text',
	'archive',
	'link',
	'other-file',
	'more'
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** What a reader knows beside the file. */
export interface ReadContext {
	/** A word that belongs to one journal alone; see `derivedId`. */
	secret: string;
	/** The time zone for dates that name none. */
	zone: string;
	/** The moment of reading, in milliseconds, for pages that nothing dates. */
	now: number;
	yielder: Yielder;
}

/** A page as a foreign file has it. */
export interface ImportedEntry {
	/** What it is called when it is not taken. */
	name: string;
	/** Its id, if the file has one that can stand here; else one follows from its day and its text. */
	id?: string | null;
	text: string;
	/** Null if nothing says when. */
	written: Moment | null;
	/** Whether the file itself does not say when; its own date, or today's, stands in. */
	isUndated?: boolean;
	changed?: Moment | null;
	starred?: boolean;
	tags?: readonly string[];
	label?: string;
	/** The question above it, as it was worded. */
	question?: string | null;
	/** What only a page of our own says of itself. */
	own?: Partial<Entry>;
}

/** Takes the pages of a file, one after the other, and what is not taken. */
export class ImportCollector {
	readonly context: ReadContext;
	/** The names, without their endings, of files that were named with the page they belong to. */
	readonly reportedFiles = new Set<string>();
	readonly #entries = new Map<string, Entry>();
	readonly #skipped: SkippedItem[] = [];
	readonly #undated: string[] = [];
	readonly #counts = new Map<string, { name: string; reason: SkipReason; count: number }>();
	/** How many pages of the same day and text there were, by the id of the first. */
	readonly #duplicates = new Map<string, number>();
	#unlistedCount = 0;
	#entryCount = 0;
	#textLength = 0;

	constructor(context: ReadContext) {
		this.context = context;
	}

	/** Takes a page, or notes why not. Throws a FormatError `too-large` when it is one too many. */
	add(imported: ImportedEntry): void {
		this.#checkLimit();
		const rawText = replaceLoneSurrogates(imported.text);
		// A page of ours comes back to the letter.
		const text = imported.own ? rawText : normaliseNewlines(rawText);
		if (text.trim() === '') this.reportSkipped(imported.name, 'no-words');
		else if (text.length > formatLimits.textLength) this.reportSkipped(imported.name, 'too-long');
		else if (!imported.written) this.reportSkipped(imported.name, 'no-date');
		else this.#store({ ...imported, text }, imported.written);
	}

	/** Notes an entry that is none. Throws a FormatError `too-large` when it is one too many. */
	reportBroken(name: string): void {
		this.#checkLimit();
		this.reportSkipped(name, 'broken');
	}

	/** Notes one thing that is not taken. */
	reportSkipped(name: string, reason: SkipReason): void {
		if (this.#skipped.length >= formatLimits.skippedItems) this.#unlistedCount += 1;
		else this.#skipped.push({ name: displayName(name), reason });
	}

	/** Counts something that many pages have and none keeps; it is named once, with its number. */
	count(rawName: string, reason: SkipReason): void {
		const name = displayName(rawName);
		const key = `${reason}:${name}`;
		const one = this.#counts.get(key) ?? { name, reason, count: 0 };
		one.count += 1;
		// A hostile file can name each of its things differently.
		if (this.#counts.size < 500 || one.count > 1) this.#counts.set(key, one);
		else this.#unlistedCount += 1;
	}

	/** All that was taken, in the order of the file. Throws a FormatError if that is nothing. */
	finish(): { incoming: ImportData; undated: string[] } {
		if (this.#entries.size === 0) {
			const tooLong = this.#skipped.some(({ reason }) => reason === 'too-long');
			throw new FormatError(tooLong ? 'too-large' : 'no-pages', 'no page could be taken');
		}
		const counted = [...this.#counts.values()].map(({ name, reason, count }) => ({
			name: count > 1 ? `${name} × ${count}` : name,
			reason
		}));
		const unlisted =
			this.#unlistedCount > 0 ? [{ name: `× ${this.#unlistedCount}`, reason: 'more' }] : [];
		const incoming: ImportData = {
			...emptyImportData(),
			entries: [...this.#entries.values()],
			skipped: [...this.#skipped, ...counted, ...unlisted]
		};
		return { incoming, undated: this.#undated };
	}

	#checkLimit(): void {
		this.#entryCount += 1;
		if (this.#entryCount > formatLimits.entryCount) {
			throw new FormatError('too-large', 'too many pages');
		}
	}

	#store(page: ImportedEntry, written: Moment): void {
		const id = this.#assignId(page, written);
		if (id === null) {
			this.reportSkipped(page.name, 'repeated');
			return;
		}
		this.#textLength += page.text.length;
		if (this.#textLength > formatLimits.totalTextLength) {
			throw new FormatError('too-large', 'too much text');
		}
		this.#entries.set(id, this.#toEntry(page, id, written));
		if (page.isUndated) this.#undated.push(displayName(page.name));
	}

	/** The id that a page gets; null if the very same page was taken before. */
	#assignId({ id, text, isUndated }: ImportedEntry, written: Moment): string | null {
		if (id) {
			const existing = this.#entries.get(id);
			if (!existing) return id;
			if (existing.text === text) return null;
		}
		// Where only the file is dated, copying it must not make another page of it.
		const day = isUndated ? '' : written.day;
		const baseId = deriveId(this.context.secret, day, text);
		const duplicateCount = this.#duplicates.get(baseId) ?? 0;
		// Twice the same words on one day are two pages, unless the file says by an id that they are one.
		if (id && duplicateCount > 0) return null;
		this.#duplicates.set(baseId, duplicateCount + 1);
		const nextId =
			duplicateCount === 0
				? baseId
				: deriveId(this.context.secret, day, text, String(duplicateCount));
		return this.#entries.has(nextId) ? null : nextId;
	}

	#toEntry(page: ImportedEntry, id: string, written: Moment): Entry {
		const { starred = false, tags = [], label = '', question = null, own = {} } = page;
		return {
			...entryDefaults,
			companion: '',
			section: null,
			question: question === null ? null : this.#toQuestion(question),
			finished: true,
			...own,
			id,
			text: page.text,
			written,
			changed: page.changed ?? written,
			starred,
			tags: normaliseTags(tags),
			label: toSingleLine(label, formatLimits.labelLength),
			versions: [],
			copyOf: null
		};
	}

	#toQuestion(text: string): Entry['question'] {
		const question = toSingleLine(text, formatLimits.questionLength);
		// Answers to one question find each other by its id, so it has to follow from the words.
		const promptId = deriveId(this.context.secret, 'question', question);
		return { promptId, text: question, stance: null, depth: null };
	}
}

/** Tags without the empty, the repeated, and what is too much. */
function normaliseTags(tags: readonly string[]): string[] {
	const cleanTags = tags
		.slice(0, formatLimits.tagCount)
		.map((tag) => toSingleLine(tag, formatLimits.tagLength));
	return [...new Set(cleanTags)].filter((tag) => tag !== '');
}
