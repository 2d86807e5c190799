import { randomId } from '$lib/vault/vault';
import { earlierText } from './earlier-text';
import type { Entry } from './entry';
import type { Stored } from './journal.svelte';
import { momentAt, type Moment } from './moment';
import { sameNotes, type Notes } from './notes';
import type { Version } from './record-kinds';

/** An entry as a writer has it before them. */
export interface OnScreen {
	text: string;
	notes: Notes;
	finished: boolean;
}

/** What a draft knows to be on the disk of its entry, and what is to take its place. */
export class LastKept {
	#entry = $state.raw() as Entry;
	#rev: number | null;
	/** The longest text that is on the disk and not yet among the earlier versions. */
	#fullest: string;
	/** Whether the next save keeps the text that it replaces among the earlier versions, however little is changed. */
	keepReplacedText = false;
	/** What was sent to the disk and never answered for: it may be there, or come to be. */
	#unanswered: Entry[] = [];

	/** `rev` is the entry's stored revision, null for an entry that is not on the disk. */
	constructor(entry: Entry, rev: number | null) {
		this.#entry = entry;
		this.#rev = rev;
		this.#fullest = entry.text;
	}

	/** The entry as it was last kept, or opened. */
	get entry(): Entry {
		return this.#entry;
	}
	get rev(): number | null {
		return this.#rev;
	}
	/** Whether nothing of it was ever sent to the disk. */
	get isNew(): boolean {
		return this.#rev === null && this.#unanswered.length === 0;
	}

	/** Takes what is on the disk now; `versionKept` if the text before it is among the earlier versions. */
	accept({ entry, rev }: Stored, versionKept = false): void {
		this.#entry = entry;
		this.#rev = rev;
		this.#unanswered = [];
		const { text } = entry;
		if (versionKept || text.length > this.#fullest.length) this.#fullest = text;
	}

	/** Whether what is on the screen is not all on the disk. A new entry without a word needs no keeping. */
	isBehind({ text, notes, finished }: OnScreen): boolean {
		if (this.#unanswered.length > 0) return true;
		if (this.#rev === null) return text.trim() !== '';
		return (
			text !== this.#entry.text ||
			finished !== this.#entry.finished ||
			!sameNotes(notes, this.#entry)
		);
	}

	/** The first word of a new entry: a blank page may have been open for days. */
	begin(): void {
		const now = momentAt(Date.now());
		this.#entry = { ...this.#entry, written: now, changed: now };
	}

	/** What is to be saved so that the disk is as the screen, with the earlier texts to keep beside it. */
	next({ text, notes, finished }: OnScreen): { entry: Entry; versions: Version[] } {
		const versions = this.#versionsBefore(text);
		const entry: Entry = {
			...this.#entry,
			...notes,
			text,
			finished,
			changed: this.#changedAt(text),
			versions: [...this.#entry.versions, ...versions.map(({ id }) => id)]
		};
		return { entry, versions };
	}

	/** An entry is on its way to the disk. */
	send(entry: Entry): void {
		this.#unanswered.push(entry);
	}

	/**
	 * Whether an entry on the disk is of a save of this draft, whose answer got lost: `all` of it, or its `text`, of
	 * which another place has then said something else.
	 */
	hasSent({ text, finished, ...notes }: Entry): 'all' | 'text' | null {
		const sent = this.#unanswered.filter((one) => one.text === text);
		const all = sent.some((one) => one.finished === finished && sameNotes(one, notes));
		return all ? 'all' : sent.length > 0 ? 'text' : null;
	}

	/** What is on the screen becomes a new entry. */
	startAnew(): void {
		const now = momentAt(Date.now());
		const { id: _, ...rest } = this.#entry;
		this.#entry = { ...rest, id: randomId(), versions: [], text: '', written: now, changed: now };
		this.#rev = null;
		this.#fullest = '';
		this.#unanswered = [];
	}

	/** Drops every text. */
	drop(): void {
		this.#fullest = '';
		this.#entry = { ...this.#entry, text: '', question: null };
	}

	/** What is said about a page, and that it is finished, does not change it. */
	#changedAt(text: string): Moment {
		if (this.#rev === null) return this.#entry.written;
		return text === this.#entry.text ? this.#entry.changed : momentAt(Date.now());
	}

	/** The earlier text to keep before `text` replaces what is on the disk, if there is reason to. */
	#versionsBefore(text: string): Version[] {
		if (this.#rev === null) return [];
		const { id, text: kept, changed } = this.#entry;
		const onDisk = { text: kept, fullest: this.#fullest, changed: changed.at };
		const earlier = earlierText(onDisk, text, Date.now(), this.keepReplacedText);
		if (earlier === null) return [];
		return [{ id: randomId(), entry: id, text: earlier, kept: momentAt(Date.now()) }];
	}
}
