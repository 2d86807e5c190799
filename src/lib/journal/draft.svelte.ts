import { randomId } from '$lib/vault/vault';
import type { Entry } from './entry';
import type { Journal, Stored } from './journal.svelte';
import { momentAt } from './moment';
import type { Version } from './record-kinds';

/** Milliseconds of quiet after the last key before a draft is saved, and the most it may wait. */
const QUIET = 400;
const MOST = 2_000;
/** Milliseconds after which a save that failed is tried again by itself. */
const AGAIN = 10_000;
/** An entry that was left for longer than this is taken up again on a new occasion. */
const OCCASION = 30 * 60_000;
/** A text shorter than this is not worth an earlier version. */
const WORTH_KEEPING = 20;

/**
 * - `untouched`: as it was opened
 * - `unsaved`: typed, and about to be saved
 * - `saving`: on its way to the disk
 * - `saved`: on the disk, all of it
 * - `not-saved`: the last attempt failed; `error` says why, and the text is here
 */
export type SaveState = 'untouched' | 'unsaved' | 'saving' | 'saved' | 'not-saved';

/** An entry being written: holds the text, and brings it to the disk while it is typed. */
export class Draft {
	readonly #journal: () => Promise<Journal>;
	#entry = $state.raw() as Entry;
	#rev: number | null;
	#text = $state('');
	#finished: boolean;
	#state = $state<SaveState>('untouched');
	#savedAt = $state<number | null>(null);
	#error = $state.raw<unknown>(null);
	#bothKept = $state(false);
	/** The longest text that is on the disk and not yet among the earlier versions. */
	#fullest: string;
	#newOccasion: boolean;
	#quiet: ReturnType<typeof setTimeout> | undefined;
	#most: ReturnType<typeof setTimeout> | undefined;
	#turn: Promise<void> = Promise.resolve();
	#dropped = false;

	/**
	 * `journal` gives the open journal, and may make one; it is asked with the first save. `rev` is the
	 * entry's stored revision, null for an entry that is not on the disk.
	 */
	constructor(journal: () => Promise<Journal>, entry: Entry, rev: number | null) {
		this.#journal = journal;
		this.#entry = entry;
		this.#rev = rev;
		this.#text = entry.text;
		this.#fullest = entry.text;
		this.#finished = entry.finished;
		this.#newOccasion = Date.now() - entry.changed.at > OCCASION;
	}

	/** The entry as it was last saved (or opened); its text may lag behind `text`. */
	get entry(): Entry {
		return this.#entry;
	}
	get text(): string {
		return this.#text;
	}
	get state(): SaveState {
		return this.#state;
	}
	/** When the text last reached the disk, in milliseconds; null before it did. */
	get savedAt(): number | null {
		return this.#savedAt;
	}
	get error(): unknown {
		return this.#error;
	}
	/** Whether another tab changed the entry too, and this text went on as an entry of its own. */
	get bothKept(): boolean {
		return this.#bothKept;
	}
	/** Whether something here is not on the disk. A new entry without a word needs no keeping. */
	get dirty(): boolean {
		return this.#isBehind();
	}

	/** Takes the text as it stands in the box. */
	type(text: string): void {
		if (text === this.#text || this.#dropped) return;
		this.#text = text;
		if (this.#state !== 'saving') this.#state = this.dirty ? 'unsaved' : this.#restState();
		clearTimeout(this.#quiet);
		this.#quiet = setTimeout(() => void this.flush(), QUIET);
		this.#most ??= setTimeout(() => void this.flush(), MOST);
	}

	/** Saves now what is not saved yet. Resolves when that has succeeded or failed; `state` says which. */
	flush(): Promise<void> {
		clearTimeout(this.#quiet);
		clearTimeout(this.#most);
		this.#most = undefined;
		this.#turn = this.#turn.then(() => this.#save());
		return this.#turn;
	}

	/** The writer stops here: saves, and marks the entry as finished. */
	finish(): Promise<void> {
		this.#finished = true;
		return this.flush();
	}

	/** Takes over what another tab saved, as long as nothing here is unsaved. */
	follow(stored: Stored | null): void {
		if (!stored || stored.entry.id !== this.#entry.id || stored.rev <= (this.#rev ?? 0)) return;
		if (this.dirty || this.#state === 'saving') return;
		this.#accept(stored);
		this.#text = stored.entry.text;
		this.#finished = stored.entry.finished;
	}

	/** Drops the text, here and for good: what is not on the disk by now never gets there. */
	drop(): void {
		clearTimeout(this.#quiet);
		clearTimeout(this.#most);
		this.#dropped = true;
		this.#text = '';
		this.#fullest = '';
		this.#entry = { ...this.#entry, text: '', question: null };
	}

	async #save(): Promise<void> {
		if (!this.dirty) return;
		this.#state = 'saving';
		try {
			await this.#keep(await this.#journal());
			this.#savedAt = Date.now();
			this.#error = null;
			// More may have been typed meanwhile; its own timer is running.
			this.#state = this.#isBehind() ? 'unsaved' : 'saved';
		} catch (error) {
			this.#error = error;
			this.#state = 'not-saved';
			clearTimeout(this.#quiet);
			this.#quiet = setTimeout(() => void this.flush(), AGAIN);
		}
	}

	async #keep(journal: Journal): Promise<void> {
		const text = this.#text;
		const finished = this.#finished;
		const versions = this.#versionsBefore(text);
		const next: Entry = {
			...this.#entry,
			text,
			finished,
			changed: this.#rev === null ? this.#entry.written : momentAt(Date.now()),
			versions: [...this.#entry.versions, ...versions.map(({ id }) => id)]
		};
		const stored = await journal.keep(next, this.#rev, versions);
		if (stored) {
			this.#accept(stored, versions.length > 0);
			return;
		}
		const other = await journal.reread(next.id);
		if (other?.entry.text === text) {
			// Our own save, whose answer got lost.
			this.#accept(other);
			return;
		}
		const copy: Entry = { ...next, id: randomId(), versions: [], copyOf: next.id };
		const kept = await journal.keep(copy, null);
		if (!kept) throw new Error('a new entry cannot have been changed before');
		this.#bothKept = true;
		this.#accept(kept);
	}

	/** The earlier text to keep before `text` replaces what is on the disk, if there is reason to. */
	#versionsBefore(text: string): Version[] {
		if (this.#rev === null || this.#fullest.trim().length < WORTH_KEEPING) return [];
		const shrunk = text.length < this.#fullest.length / 2;
		const earlier = shrunk ? this.#fullest : this.#newOccasion ? this.#entry.text : null;
		if (earlier === null || earlier === text) return [];
		const kept = momentAt(Date.now());
		return [{ id: randomId(), entry: this.#entry.id, text: earlier, kept }];
	}

	#accept(stored: Stored, versionKept = false): void {
		if (this.#dropped) return;
		this.#entry = stored.entry;
		this.#rev = stored.rev;
		this.#newOccasion = false;
		const { text } = stored.entry;
		if (versionKept || text.length > this.#fullest.length) this.#fullest = text;
	}

	#isBehind(): boolean {
		if (this.#dropped) return false;
		if (this.#rev === null) return this.#text.trim() !== '';
		return this.#text !== this.#entry.text || this.#finished !== this.#entry.finished;
	}

	#restState(): SaveState {
		return this.#savedAt === null ? 'untouched' : 'saved';
	}
}
