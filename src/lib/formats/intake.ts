import { entryDefaults, type Entry } from '$lib/model/entry';
import type { Moment } from '$lib/model/moment';
import { FormatError } from './format-error';
import { emptyIncoming, type Incoming, type Skipped } from './incoming';
import { limits } from './limits';
import type { Pace } from './pace';
import { derivedId } from './stable-id';
import { oneLine, shownName, wellFormed, withLineFeeds } from './well-formed';

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
	pace: Pace;
}

/** A page as a foreign file has it. */
export interface ForeignPage {
	/** What it is called when it is not taken. */
	name: string;
	/** Its id, if the file has one that can stand here; else one follows from its day and its text. */
	id?: string | null;
	text: string;
	/** Null if nothing says when. */
	written: Moment | null;
	/** Whether the file itself does not say when; its own date, or today's, stands in. */
	undated?: boolean;
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
export class Intake {
	readonly context: ReadContext;
	/** The names, without their endings, of files that were named with the page they belong to. */
	readonly named = new Set<string>();
	readonly #entries = new Map<string, Entry>();
	readonly #skipped: Skipped[] = [];
	readonly #undated: string[] = [];
	readonly #tallies = new Map<string, { what: string; why: SkipReason; count: number }>();
	/** How many pages of the same day and text there were, by the id of the first. */
	readonly #alike = new Map<string, number>();
	#beyond = 0;
	#seen = 0;
	#units = 0;

	constructor(context: ReadContext) {
		this.context = context;
	}

	/** Takes a page, or notes why not. Throws a FormatError `too-large` when it is one too many. */
	take(page: ForeignPage): void {
		this.#countOne();
		const whole = wellFormed(page.text);
		// A page of ours comes back to the letter.
		const text = page.own ? whole : withLineFeeds(whole);
		if (text.trim() === '') this.skip(page.name, 'no-words');
		else if (text.length > limits.text) this.skip(page.name, 'too-long');
		else if (!page.written) this.skip(page.name, 'no-date');
		else this.#put({ ...page, text }, page.written);
	}

	/** Notes an entry that is none. Throws a FormatError `too-large` when it is one too many. */
	skipBroken(name: string): void {
		this.#countOne();
		this.skip(name, 'broken');
	}

	/** Notes one thing that is not taken. */
	skip(what: string, why: SkipReason): void {
		if (this.#skipped.length >= limits.skipped) this.#beyond += 1;
		else this.#skipped.push({ what: shownName(what), why });
	}

	/** Counts something that many pages have and none keeps; it is named once, with its number. */
	tally(what: string, why: SkipReason): void {
		const name = shownName(what);
		const key = `${why}:${name}`;
		const one = this.#tallies.get(key) ?? { what: name, why, count: 0 };
		one.count += 1;
		// A hostile file can name each of its things differently.
		if (this.#tallies.size < 500 || one.count > 1) this.#tallies.set(key, one);
		else this.#beyond += 1;
	}

	/** All that was taken, in the order of the file. Throws a FormatError if that is nothing. */
	result(): { incoming: Incoming; undated: string[] } {
		if (this.#entries.size === 0) {
			const tooLong = this.#skipped.some(({ why }) => why === 'too-long');
			throw new FormatError(tooLong ? 'too-large' : 'no-pages', 'no page could be taken');
		}
		const tallied = [...this.#tallies.values()].map(({ what, why, count }) => ({
			what: count > 1 ? `${what} × ${count}` : what,
			why
		}));
		const beyond = this.#beyond > 0 ? [{ what: `× ${this.#beyond}`, why: 'more' }] : [];
		const incoming: Incoming = {
			...emptyIncoming(),
			entries: [...this.#entries.values()],
			skipped: [...this.#skipped, ...tallied, ...beyond]
		};
		return { incoming, undated: this.#undated };
	}

	#countOne(): void {
		this.#seen += 1;
		if (this.#seen > limits.pages) throw new FormatError('too-large', 'too many pages');
	}

	#put(page: ForeignPage, written: Moment): void {
		const id = this.#idOf(page, written);
		if (id === null) {
			this.skip(page.name, 'repeated');
			return;
		}
		this.#units += page.text.length;
		if (this.#units > limits.texts) throw new FormatError('too-large', 'too much text');
		this.#entries.set(id, this.#entryOf(page, id, written));
		if (page.undated) this.#undated.push(shownName(page.name));
	}

	/** The id that a page gets; null if the very same page was taken before. */
	#idOf({ id, text, undated }: ForeignPage, written: Moment): string | null {
		if (id) {
			const before = this.#entries.get(id);
			if (!before) return id;
			if (before.text === text) return null;
		}
		// Where only the file is dated, copying it must not make another page of it.
		const day = undated ? '' : written.day;
		const first = derivedId(this.context.secret, day, text);
		const alike = this.#alike.get(first) ?? 0;
		// Twice the same words on one day are two pages, unless the file says by an id that they are one.
		if (id && alike > 0) return null;
		this.#alike.set(first, alike + 1);
		const next = alike === 0 ? first : derivedId(this.context.secret, day, text, String(alike));
		return this.#entries.has(next) ? null : next;
	}

	#entryOf(page: ForeignPage, id: string, written: Moment): Entry {
		const { starred = false, tags = [], label = '', question = null, own = {} } = page;
		return {
			...entryDefaults,
			companion: '',
			section: null,
			question: question === null ? null : this.#question(question),
			finished: true,
			...own,
			id,
			text: page.text,
			written,
			changed: page.changed ?? written,
			starred,
			tags: tidyTags(tags),
			label: oneLine(label, limits.label),
			versions: [],
			copyOf: null
		};
	}

	#question(text: string): Entry['question'] {
		const said = oneLine(text, limits.question);
		// Answers to one question find each other by its id, so it has to follow from the words.
		const promptId = derivedId(this.context.secret, 'question', said);
		return { promptId, text: said, stance: null, depth: null };
	}
}

/** Tags without the empty, the repeated, and what is too much. */
function tidyTags(tags: readonly string[]): string[] {
	const said = tags.slice(0, limits.tags).map((tag) => oneLine(tag, limits.tag));
	return [...new Set(said)].filter((tag) => tag !== '');
}
