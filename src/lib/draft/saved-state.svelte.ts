import { randomId } from '$lib/id/random-id';
import { versionToSave } from './versioning';
import type { Entry } from '$lib/model/entry';
import type { StoredEntry } from '$lib/journal/journal.svelte';
import { momentAt, type Moment } from '$lib/model/moment';
import { sameAnnotations, type Annotations } from '$lib/model/annotations';
import type { Version } from '$lib/model/schema/entry';

/** An entry as it is on the screen. */
export interface DraftContent {
	text: string;
	annotations: Annotations;
	finished: boolean;
}

/** The saved state of a draft's entry, the saves in flight, and the next save. */
export class SavedState {
	#entry = $state.raw() as Entry;
	#rev: number | null;
	/** The longest text that is on the disk and not yet among the earlier versions. */
	#longest: string;
	/** Whether the next save keeps the text that it replaces among the earlier versions, however little is changed. */
	saveReplacedText = false;
	/** Saves without an answer yet: they may be on the disk, or get there. */
	#inFlight: Entry[] = [];

	/** `rev` is the entry's stored revision, null for an entry that is not on the disk. */
	constructor(entry: Entry, rev: number | null) {
		this.#entry = entry;
		this.#rev = rev;
		this.#longest = entry.text;
	}

	/** The entry as it was last saved, or opened. */
	get entry(): Entry {
		return this.#entry;
	}
	get rev(): number | null {
		return this.#rev;
	}
	/** Whether no save was ever begun. */
	get isNew(): boolean {
		return this.#rev === null && this.#inFlight.length === 0;
	}

	/** Takes over what is on the disk now; `versionKept` if the replaced text is among the earlier versions. */
	accept({ entry, rev }: StoredEntry, versionSaved = false): void {
		this.#entry = entry;
		this.#rev = rev;
		this.#inFlight = [];
		const { text } = entry;
		if (versionSaved || text.length > this.#longest.length) this.#longest = text;
	}

	/** Whether something on the screen is not on the disk. A new entry without a word need not be saved. */
	isBehind({ text, annotations, finished }: DraftContent): boolean {
		if (this.#inFlight.length > 0) return true;
		if (this.#rev === null) return text.trim() !== '';
		return (
			text !== this.#entry.text ||
			finished !== this.#entry.finished ||
			!sameAnnotations(annotations, this.#entry)
		);
	}

	/** Dates a new entry by its first word: a blank page may have been open for days. */
	markStarted(): void {
		const now = momentAt(Date.now());
		this.#entry = { ...this.#entry, written: now, changed: now };
	}

	/** The next save: the entry as it is on the screen, with the earlier texts to keep. */
	nextSave({ text, annotations, finished }: DraftContent): { entry: Entry; versions: Version[] } {
		const versions = this.#versionsToSave(text);
		const entry: Entry = {
			...this.#entry,
			...annotations,
			text,
			finished,
			changed: this.#changedAt(text),
			versions: [...this.#entry.versions, ...versions.map(({ id }) => id)]
		};
		return { entry, versions };
	}

	/** Records that a save was begun. */
	markSent(entry: Entry): void {
		this.#inFlight.push(entry);
	}

	/**
	 * Whether an entry on the disk comes from a save of this draft, whose answer got lost: `all` of it, or its `text`,
	 * whose annotations another tab has changed since.
	 */
	matchSent({ text, finished, ...annotations }: Entry): 'all' | 'text' | null {
		const sent = this.#inFlight.filter((one) => one.text === text);
		const all = sent.some((one) => one.finished === finished && sameAnnotations(one, annotations));
		return all ? 'all' : sent.length > 0 ? 'text' : null;
	}

	/** Makes a new entry of what is on the screen. */
	resetAsNew(): void {
		const now = momentAt(Date.now());
		const { id: _, ...rest } = this.#entry;
		this.#entry = { ...rest, id: randomId(), versions: [], text: '', written: now, changed: now };
		this.#rev = null;
		this.#longest = '';
		this.#inFlight = [];
	}

	/** Drops every text. */
	clear(): void {
		this.#longest = '';
		this.#entry = { ...this.#entry, text: '', question: null };
	}

	/** Annotations, and that an entry is finished, do not update `changed`. */
	#changedAt(text: string): Moment {
		if (this.#rev === null) return this.#entry.written;
		return text === this.#entry.text ? this.#entry.changed : momentAt(Date.now());
	}

	/** The earlier text to keep before `text` replaces what is on the disk, if there is reason to. */
	#versionsToSave(text: string): Version[] {
		if (this.#rev === null) return [];
		const { id, text: savedText, changed } = this.#entry;
		const onDisk = { text: savedText, longest: this.#longest, changed: changed.at };
		const earlier = versionToSave(onDisk, text, Date.now(), this.saveReplacedText);
		if (earlier === null) return [];
		return [{ id: randomId(), entry: id, text: earlier, kept: momentAt(Date.now()) }];
	}
}
