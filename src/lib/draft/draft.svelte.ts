import { Autosave, type SaveOutcome } from './autosave.svelte';
import {
	nextState,
	statusOf,
	type DraftEvent,
	type DraftState,
	type SaveStatus
} from './draft-state';
import type { Entry } from '$lib/model/entry';
import { JournalError } from '$lib/records/journal-error';
import type { Journal, StoredEntry } from '$lib/journal/journal.svelte';
import { resolveConflict } from './resolve-conflict';
import { SavedState, type DraftContent } from './saved-state.svelte';
import {
	mergeAnnotations,
	annotationsOf,
	revertAnnotations,
	type Annotations
} from '$lib/model/annotations';

/** An entry being written: holds the text, and saves it while it is typed. */
export class Draft {
	readonly #journal: () => Promise<Journal>;
	readonly #saved: SavedState;
	#text = $state('');
	#annotations = $state.raw() as Annotations;
	#finished: boolean;
	#state = $state.raw<DraftState>({ name: 'clean', savedAt: null });
	#hasForked = $state(false);
	/** Whether the entry was ever seen in the journal: only then is its absence a deletion. */
	#wasListed = false;
	readonly #autosave = new Autosave({
		save: () => this.#save(),
		onIdle: () => {
			this.#contentChanged();
		}
	});

	/**
	 * `journal` gives the open journal, and may make one; it is asked with the first save. `rev` is the
	 * entry's stored revision, null for an entry that is not on the disk.
	 */
	constructor(journal: () => Promise<Journal>, entry: Entry, rev: number | null) {
		this.#journal = journal;
		this.#saved = new SavedState(entry, rev);
		this.#text = entry.text;
		this.#annotations = annotationsOf(entry);
		this.#finished = entry.finished;
	}

	/** The entry as it was last saved (or opened); its text may lag behind `text`. */
	get entry(): Entry {
		return this.#saved.entry;
	}
	get text(): string {
		return this.#text;
	}
	/** The annotations of the entry, as they are on the screen. */
	get annotations(): Annotations {
		return this.#annotations;
	}
	/** The status of saving, as a person is told of it. */
	get status(): SaveStatus {
		return statusOf(this.#state);
	}
	/** When the text last reached the disk, in milliseconds; null before it did. */
	get savedAt(): number | null {
		return this.#state.savedAt;
	}
	/** The error of the last save; null once one has succeeded. */
	get error(): unknown {
		return this.#state.name === 'failed' ? this.#state.error : null;
	}
	/** Whether another tab changed the entry too, and this text went on as an entry of its own. */
	get hasForked(): boolean {
		return this.#hasForked;
	}
	/** Whether the entry was deleted in another tab; its text stays unsaved until `saveAsNew`. */
	get isDeleted(): boolean {
		return this.#state.name === 'removed';
	}
	/** Whether it was discarded for good. */
	get isDiscarded(): boolean {
		return this.#state.name === 'discarded';
	}
	/** Whether something here is not on the disk. A new entry without a word need not be saved. */
	get isDirty(): boolean {
		return !this.isDiscarded && this.#saved.isBehind(this.#content());
	}

	/** Takes the text of the text box. */
	setText(text: string): void {
		if (text === this.#text || this.isDiscarded) return;
		if (this.#saved.isNew && this.#text.trim() === '') this.#saved.markStarted();
		this.#text = text;
		this.#contentChanged();
		this.#autosave.changed();
	}

	/** Changes the annotations of the entry; they are saved with the text, or soon. */
	annotate(change: Partial<Annotations>): void {
		if (this.isDiscarded) return;
		this.#annotations = { ...this.#annotations, ...change };
		this.#contentChanged();
		if (this.isDirty) this.#autosave.changed();
	}

	/** Saves now what is not saved yet. Resolves when that has succeeded or failed; `status` says which. */
	flush(): Promise<void> {
		return this.#autosave.flush();
	}

	/** Marks the entry as finished, and saves it. */
	finish(): Promise<void> {
		this.#finished = true;
		return this.flush();
	}

	/**
	 * Changes the annotations, and marks the entry as finished if `finished` says so; resolves when that is saved.
	 * Throws what failed, and then the change is undone.
	 */
	async saveAnnotations(change: Partial<Annotations>, finished = false): Promise<void> {
		const before = this.#annotations;
		const wasFinished = this.#finished;
		this.#finished ||= finished;
		this.annotate(change);
		await this.flush();
		this.#throwFailure(() => {
			this.#annotations = {
				...this.#annotations,
				...revertAnnotations(change, this.#annotations, before)
			};
			if (finished) this.#finished = wasFinished;
		});
	}

	/** Saves nothing from now on. Resolves when the save that runs has ended. */
	pause(): Promise<void> {
		return this.#autosave.pause();
	}

	/** Saves again, and at once what was changed meanwhile. */
	resume(): void {
		this.#autosave.resume();
		if (this.isDirty) void this.flush();
	}

	/** Saves the text as a new entry, after its own was deleted in another tab. */
	saveAsNew(): Promise<void> {
		this.#saved.resetAsNew();
		this.#wasListed = false;
		this.#apply({ type: 'returned', isBehind: this.isDirty });
		return this.flush();
	}

	/**
	 * Replaces the text by an earlier one, and keeps the replaced text among the earlier versions. Throws what failed,
	 * and then the text is as it was.
	 */
	async restore(text: string): Promise<void> {
		await this.flush();
		// What is not on the disk cannot become an earlier version.
		this.#throwFailure(() => undefined);
		const before = this.#text;
		if (text === before) return;
		this.setText(text);
		this.#saved.saveReplacedText = true;
		await this.flush();
		this.#saved.saveReplacedText = false;
		this.#throwFailure(() => (this.#text = before));
	}

	/** Takes over what another tab saved, unless something here is unsaved; null where the journal has no such entry. */
	sync(stored: StoredEntry | null): void {
		const { entry, rev } = this.#saved;
		if (stored?.entry.id === entry.id) {
			this.#wasListed = true;
			this.#apply({ type: 'returned', isBehind: this.isDirty });
		} else if (stored === null && this.#wasListed && rev !== null) {
			this.#apply({ type: 'removed-elsewhere' });
		}
		if (!stored || stored.entry.id !== entry.id || stored.rev <= (rev ?? 0)) return;
		if (this.isDirty || this.#autosave.isRunning) return;
		this.#accept(stored);
		this.#text = stored.entry.text;
		this.#annotations = annotationsOf(stored.entry);
		this.#finished = stored.entry.finished;
	}

	/** Discards the text for good: what is not on the disk by now never gets there. */
	discard(): void {
		this.#autosave.cancel();
		this.#apply({ type: 'discarded' });
		this.#text = '';
		this.#saved.clear();
	}

	/** Undoes a change whose save failed, and throws why; does nothing where it was saved. */
	#throwFailure(undo: () => void): void {
		const { error } = this;
		const isDeleted = this.isDeleted && this.isDirty;
		if (error === null && !isDeleted) return;
		undo();
		// Where nothing else is to be saved there is nothing to retry.
		if (!this.isDirty) this.#autosave.cancel();
		this.#apply({ type: 'reverted', isBehind: this.isDirty });
		if (isDeleted) throw deletedElsewhere();
		throw error instanceof Error ? error : new Error('not saved', { cause: error });
	}

	async #save(): Promise<SaveOutcome> {
		if (!this.isDirty) return this.error === null ? 'saved' : 'blocked';
		this.#apply({ type: 'save-started' });
		try {
			await this.#write(await this.#journal());
			this.#apply({ type: 'saved', at: Date.now(), isBehind: this.isDirty });
			return 'saved';
		} catch (error) {
			this.#apply({ type: 'save-failed', error });
			// An entry that was deleted elsewhere waits for the person, not for a retry.
			return this.isDeleted ? 'blocked' : 'failed';
		}
	}

	async #write(journal: Journal): Promise<void> {
		const { entry, versions } = this.#saved.nextSave(this.#content());
		this.#saved.markSent(entry);
		const saved = await journal.save(entry, this.#saved.rev, versions);
		if (saved) {
			this.#accept(saved, versions.length > 0);
			return;
		}
		const resolution = await resolveConflict(journal, entry, this.#saved);
		if (!resolution) {
			this.#apply({ type: 'removed-elsewhere' });
			throw deletedElsewhere();
		}
		if (this.isDiscarded) return;
		const { kind, stored } = resolution;
		const { entry: before } = this.#saved;
		const wasTyped = this.#text !== before.text;
		if (kind === 'noted') {
			this.#annotations = mergeAnnotations(annotationsOf(before), this.#annotations, stored.entry);
		}
		this.#accept(stored);
		if (kind === 'noted' && !wasTyped) this.#text = stored.entry.text;
		if (kind === 'both') this.#hasForked = true;
		else if (this.isDirty) await this.#write(journal);
	}

	#accept(stored: StoredEntry, versionSaved = false): void {
		if (!this.isDiscarded) this.#saved.accept(stored, versionSaved);
	}

	#content(): DraftContent {
		return { text: this.#text, annotations: this.#annotations, finished: this.#finished };
	}

	#contentChanged(): void {
		this.#apply({ type: 'changed', isBehind: this.isDirty });
	}

	#apply(event: DraftEvent): void {
		this.#state = nextState(this.#state, event);
	}
}

function deletedElsewhere(): JournalError {
	return new JournalError('deleted-elsewhere', 'the entry was deleted in another tab');
}
