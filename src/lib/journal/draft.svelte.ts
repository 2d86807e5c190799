import type { Entry } from './entry';
import { JournalError } from './journal-error';
import type { Journal, Stored } from './journal.svelte';
import { keepBeside } from './keep-beside';
import { LastKept, type OnScreen } from './last-kept.svelte';
import { mergedNotes, notesOf, unsaid, type Notes } from './notes';
import { OneSaveAtATime } from './one-save-at-a-time.svelte';

/**
 * - `untouched`: as it was opened
 * - `unsaved`: typed, and about to be saved
 * - `saving`: on its way to the disk
 * - `saved`: on the disk, all of it
 * - `not-saved`: a save has failed, and none has succeeded since; `error` says why, and the text is here
 */
export type SaveState = 'untouched' | 'unsaved' | 'saving' | 'saved' | 'not-saved';

/** An entry being written: holds the text, and brings it to the disk while it is typed. */
export class Draft {
	readonly #journal: () => Promise<Journal>;
	readonly #last: LastKept;
	#text = $state('');
	#notes = $state.raw() as Notes;
	#finished: boolean;
	#state = $state<SaveState>('untouched');
	#savedAt = $state<number | null>(null);
	#error = $state.raw<unknown>(null);
	#bothKept = $state(false);
	readonly #saves = new OneSaveAtATime({
		// What is typed while nothing may be saved waits for its release.
		save: () => (this.#held ? Promise.resolve(false) : this.#save()),
		rest: () => {
			this.#rest();
		}
	});
	#dropped = false;
	/** While this is set nothing is saved. */
	#held = false;
	/** Whether the entry was seen in the journal, and is no longer there. */
	#removed = $state(false);
	#seen = false;
	/** Whether the next save keeps the text that it replaces, in any case. */
	#restoring = false;

	/**
	 * `journal` gives the open journal, and may make one; it is asked with the first save. `rev` is the
	 * entry's stored revision, null for an entry that is not on the disk.
	 */
	constructor(journal: () => Promise<Journal>, entry: Entry, rev: number | null) {
		this.#journal = journal;
		this.#last = new LastKept(entry, rev);
		this.#text = entry.text;
		this.#notes = notesOf(entry);
		this.#finished = entry.finished;
	}

	/** The entry as it was last saved (or opened); its text may lag behind `text`. */
	get entry(): Entry {
		return this.#last.entry;
	}
	get text(): string {
		return this.#text;
	}
	/** What is said about the entry, as the person has it on the screen. */
	get notes(): Notes {
		return this.#notes;
	}
	get state(): SaveState {
		return this.#state;
	}
	/** When the text last reached the disk, in milliseconds; null before it did. */
	get savedAt(): number | null {
		return this.#savedAt;
	}
	/** What went wrong with the last save; null once one has succeeded. */
	get error(): unknown {
		return this.#error;
	}
	/** Whether another tab changed the entry too, and this text went on as an entry of its own. */
	get bothKept(): boolean {
		return this.#bothKept;
	}
	/** Whether the entry was let go of in another tab; nothing is saved until `keepAnew`. */
	get removed(): boolean {
		return this.#removed;
	}
	/** Whether it was dropped for good. */
	get dropped(): boolean {
		return this.#dropped;
	}
	/** Whether something here is not on the disk. A new entry without a word needs no keeping. */
	get dirty(): boolean {
		return this.#isBehind();
	}

	/** Takes the text as it stands in the box. */
	type(text: string): void {
		if (text === this.#text || this.#dropped) return;
		if (this.#last.isNew && this.#text.trim() === '') this.#last.begin();
		this.#text = text;
		if (!this.#saves.running) this.#rest();
		this.#saves.timer.typed();
	}

	/** Takes what is said about the entry; it is saved with the text, or soon, where the text is saved already. */
	note(change: Partial<Notes>): void {
		if (this.#dropped) return;
		this.#notes = { ...this.#notes, ...change };
		if (!this.#saves.running) this.#rest();
		if (this.#isBehind() && !this.#held) this.#saves.timer.said();
	}

	/** Saves now what is not saved yet. Resolves when that has succeeded or failed; `state` says which. */
	flush(): Promise<void> {
		if (this.#held) return this.#saves.running ?? Promise.resolve();
		return this.#saves.now();
	}

	/** The writer stops here: saves, and marks the entry as finished. */
	finish(): Promise<void> {
		this.#finished = true;
		return this.flush();
	}

	/**
	 * Says something about the entry, that it is finished too if `finished` says so, and saves it. Throws what
	 * failed, and then it is not said.
	 */
	async noteNow(change: Partial<Notes>, finished = false): Promise<void> {
		const before = this.#notes;
		const wasFinished = this.#finished;
		this.#finished ||= finished;
		this.note(change);
		await this.flush();
		this.#throwWhatFailed(() => {
			this.#notes = { ...this.#notes, ...unsaid(change, this.#notes, before) };
			if (finished) this.#finished = wasFinished;
		});
	}

	/** Saves nothing from now on, and resolves when what was on its way has ended. */
	async hold(): Promise<void> {
		this.#held = true;
		this.#saves.timer.stop();
		await this.#saves.running;
	}

	/** Saves again, and what has waited. */
	release(): void {
		this.#held = false;
		if (this.#isBehind()) void this.flush();
	}

	/** After the entry was removed elsewhere: what stands here becomes a new one. */
	keepAnew(): Promise<void> {
		this.#last.startAnew();
		this.#removed = false;
		this.#seen = false;
		return this.flush();
	}

	/**
	 * Puts an earlier text back in place of the one that is there, which is kept among the earlier versions.
	 * Throws what failed, and then the text is as it was.
	 */
	async restore(text: string): Promise<void> {
		await this.flush();
		// What is not on the disk cannot become an earlier version.
		this.#throwWhatFailed(() => undefined);
		const before = this.#text;
		if (text === before) return;
		this.type(text);
		this.#restoring = true;
		await this.flush();
		this.#restoring = false;
		this.#throwWhatFailed(() => (this.#text = before));
	}

	/** Takes over what another tab saved, as long as nothing here is unsaved; null when it is not in the journal. */
	follow(stored: Stored | null): void {
		const { entry, rev } = this.#last;
		if (stored?.entry.id === entry.id) {
			this.#seen = true;
			// It was let go of, and has come back.
			this.#removed = false;
		} else if (stored === null && this.#seen && rev !== null) this.#removed = true;
		if (!stored || stored.entry.id !== entry.id || stored.rev <= (rev ?? 0)) return;
		if (this.dirty || this.#saves.running) return;
		this.#accept(stored);
		this.#text = stored.entry.text;
		this.#notes = notesOf(stored.entry);
		this.#finished = stored.entry.finished;
	}

	/** Drops the text, here and for good: what is not on the disk by now never gets there. */
	drop(): void {
		this.#saves.timer.stop();
		this.#dropped = true;
		this.#text = '';
		this.#last.drop();
	}

	/** Undoes a change that was not kept, and throws why; does nothing where it was kept. */
	#throwWhatFailed(undo: () => void): void {
		const error = this.#error;
		if (error === null) return;
		undo();
		// Where nothing else waits to be saved there is nothing to try again.
		if (!this.#isBehind()) {
			this.#saves.timer.stop();
			this.#error = null;
		}
		this.#rest();
		throw error instanceof Error ? error : new Error('not kept', { cause: error });
	}

	/** False if it failed, or what failed before stands. */
	async #save(): Promise<boolean> {
		if (!this.#isBehind()) return this.#error === null;
		// What has failed stays said until a save succeeds: it must not flicker while it is tried again.
		if (this.#error === null) this.#state = 'saving';
		try {
			await this.#keep(await this.#journal());
			this.#savedAt = Date.now();
			this.#error = null;
		} catch (error) {
			this.#error = error;
			// What was removed elsewhere waits for the person, not for another try.
			if (this.#removed) this.#saves.timer.stop();
			else this.#saves.timer.failed();
		}
		return this.#error === null;
	}

	async #keep(journal: Journal): Promise<void> {
		const { entry, versions } = this.#last.next(this.#onScreen(), this.#restoring);
		this.#last.send(entry);
		const kept = await journal.keep(entry, this.#last.rev, versions);
		if (kept) {
			this.#accept(kept, versions.length > 0);
			return;
		}
		const beside = await keepBeside(journal, entry, this.#last);
		if (!beside) {
			this.#removed = true;
			throw new JournalError('let-go-elsewhere', 'the entry was removed in another tab');
		}
		if (this.#dropped) return;
		const { as, stored } = beside;
		const { entry: before } = this.#last;
		const typed = this.#text !== before.text;
		if (as === 'noted') this.#notes = mergedNotes(notesOf(before), this.#notes, stored.entry);
		this.#accept(stored);
		if (as === 'noted' && !typed) this.#text = stored.entry.text;
		if (as === 'both') this.#bothKept = true;
		else if (this.#isBehind()) await this.#keep(journal);
	}

	#accept(stored: Stored, versionKept = false): void {
		if (!this.#dropped) this.#last.accept(stored, versionKept);
	}

	#onScreen(): OnScreen {
		return { text: this.#text, notes: this.#notes, finished: this.#finished };
	}

	#isBehind(): boolean {
		return !this.#dropped && this.#last.isBehind(this.#onScreen());
	}

	/** The state between saves. */
	#rest(): void {
		if (this.#error !== null) this.#state = 'not-saved';
		else if (this.#isBehind()) this.#state = 'unsaved';
		else this.#state = this.#savedAt === null ? 'untouched' : 'saved';
	}
}
