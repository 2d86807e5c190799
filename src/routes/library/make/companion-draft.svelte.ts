import { Autosave, type SaveOutcome } from '$lib/draft/autosave.svelte';
import type { Journal } from '$lib/journal/journal.svelte';
import {
	newLibraryItem,
	withContents,
	type LibraryItem,
	isSameItem
} from '$lib/model/library-item';
import { CompanionFields } from './companion-fields.svelte';

/** The save status. `conflict`: another tab changed or removed it, and a person has to decide what then. */
export type CompanionSaveStatus =
	'untouched' | 'unsaved' | 'saving' | 'saved' | 'not-saved' | 'conflict';

/** A companion being edited: holds the fields, and saves them while they are typed. */
export class CompanionDraft {
	readonly #journal: () => Promise<Journal>;
	readonly #autosave = new Autosave({ save: () => this.#save() });
	#fields = $state.raw() as CompanionFields;
	/** The item as last seen on the disk: saved by this tab, or read when it was opened. */
	#stored = $state.raw() as LibraryItem;
	#isNew: boolean;
	/** Saves that were sent but not confirmed: they may be on the disk all the same. */
	#inFlight: LibraryItem[] = [];
	/** The number of changes, and how many of them are saved. */
	#changeCount = $state(0);
	#savedCount = $state(0);
	#error = $state.raw<unknown>(null);
	#conflict = $state<'changed' | 'removed' | null>(null);
	#isDiscarded = false;

	/** `journal` returns the open journal; it is called for each save. Without `item` a new companion is begun. */
	constructor(journal: () => Promise<Journal>, item?: LibraryItem) {
		this.#journal = journal;
		this.#isNew = item === undefined;
		this.#fields = new CompanionFields(item?.companion);
		this.#stored = item ?? newLibraryItem(this.#fields.companion);
	}

	/** The random id of its record. */
	get id(): string {
		return this.#stored.id;
	}
	/** Whether nothing was changed yet, and nothing is on the disk. */
	get isBlank(): boolean {
		return this.#isNew && this.#changeCount === 0;
	}
	get fields(): CompanionFields {
		return this.#fields;
	}
	/** The error of the last save; null once one has succeeded. */
	get error(): unknown {
		return this.#error;
	}
	get conflict(): 'changed' | 'removed' | null {
		return this.#conflict;
	}
	/** Whether there are unsaved changes. */
	get isDirty(): boolean {
		return this.#changeCount !== this.#savedCount && !this.#isDiscarded;
	}
	/** Whether there are unsaved changes, and the last attempt to save them failed. */
	get isStuck(): boolean {
		return this.isDirty && (this.#error !== null || this.#conflict !== null);
	}
	get status(): CompanionSaveStatus {
		if (this.#conflict) return 'conflict';
		if (this.#error !== null) return 'not-saved';
		if (this.isDirty) return this.#autosave.isRunning ? 'saving' : 'unsaved';
		return this.#savedCount === 0 ? 'untouched' : 'saved';
	}

	/** Called when a field was changed; it is saved in a moment. */
	changed(): void {
		if (this.#isDiscarded) return;
		this.#changeCount += 1;
		if (!this.#conflict) this.#autosave.changed();
	}

	/** Saves unsaved changes now. Resolves when that has succeeded or failed; `status` says which. */
	flush(): Promise<void> {
		return this.#autosave.flush();
	}

	/** Saves the fields as a new companion, beside the one that another tab changed or removed. */
	saveAsCopy(): Promise<void> {
		this.#fields.assignNewId();
		this.#stored = newLibraryItem(this.#fields.companion);
		this.#isNew = true;
		this.#inFlight = [];
		this.#error = null;
		this.#conflict = null;
		this.#changeCount += 1;
		return this.flush();
	}

	/** Takes over what another tab saved, as long as nothing here is unsaved. */
	sync(all: readonly LibraryItem[]): void {
		const current = all.find(({ id }) => id === this.id);
		if (
			!current ||
			this.isDirty ||
			this.#autosave.isRunning ||
			this.#isNew ||
			this.#isOwn(current)
		) {
			return;
		}
		this.#stored = current;
		this.#fields = new CompanionFields(current.companion);
	}

	/** Discards the fields for good: what is unsaved by now is never saved. */
	discard(): void {
		this.#autosave.cancel();
		this.#isDiscarded = true;
		this.#fields = new CompanionFields();
	}

	async #save(): Promise<SaveOutcome> {
		if (!this.isDirty || this.#conflict) return this.#error === null ? 'saved' : 'blocked';
		try {
			await this.#write(await this.#journal());
			this.#error = null;
			return 'saved';
		} catch (error) {
			this.#error = error;
			return 'failed';
		}
	}

	async #write(journal: Journal): Promise<void> {
		if (this.#isDiscarded) return;
		const changeCount = this.#changeCount;
		const sent = withContents(this.#stored, this.#fields.companion);
		await journal.library.update(this.id, (current) => {
			this.#conflict = this.#conflictWith(current);
			if (this.#conflict) return current;
			if (!this.#inFlight.includes(sent)) this.#inFlight.push(sent);
			return sent;
		});
		if (this.#conflict) return;
		this.#inFlight = [];
		this.#stored = sent;
		this.#isNew = false;
		this.#savedCount = changeCount;
	}

	/** What another tab did to the item, if the disk has another state than the one this tab left there. */
	#conflictWith(current: LibraryItem | null): 'changed' | 'removed' | null {
		if (current) return this.#isOwn(current) ? null : 'changed';
		return this.#isNew ? null : 'removed';
	}

	#isOwn(item: LibraryItem): boolean {
		return [this.#stored, ...this.#inFlight].some((one) => isSameItem(one, item));
	}
}
