import { Autosave, type SaveOutcome } from '$lib/draft/autosave.svelte';
import type { Journal } from '$lib/journal/journal.svelte';
import { newLibraryItem, withContents, type LibraryItem } from '$lib/model/library-item';
import { isSame } from '../same-companion';
import { CompanionFields } from './fields.svelte';

/** Where the saving stands. `elsewhere`: another tab changed or removed it, and a person has to say what then. */
export type EditState = 'untouched' | 'unsaved' | 'saving' | 'saved' | 'not-saved' | 'elsewhere';

/** A companion being made: holds what stands in the fields, and brings it to the disk while it is typed. */
export class Editing {
	readonly #journal: () => Promise<Journal>;
	readonly #autosave = new Autosave({ save: () => this.#save() });
	#fields = $state.raw() as CompanionFields;
	/** As it was last seen on the disk, by this tab's own doing or when it was opened. */
	#record = $state.raw() as LibraryItem;
	#isNew: boolean;
	/** What was sent and not answered for: it may be on the disk all the same. */
	#unanswered: LibraryItem[] = [];
	/** How often something was changed, and how many of those changes are on the disk. */
	#changes = $state(0);
	#kept = $state(0);
	#error = $state.raw<unknown>(null);
	#elsewhere = $state<'changed' | 'removed' | null>(null);
	#dropped = false;

	/** `journal` gives the open journal; it is asked with each save. Without `kept` a new companion begins. */
	constructor(journal: () => Promise<Journal>, kept?: LibraryItem) {
		this.#journal = journal;
		this.#isNew = kept === undefined;
		this.#fields = new CompanionFields(kept?.companion);
		this.#record = kept ?? newLibraryItem(this.#fields.companion);
	}

	/** The random id of its record. */
	get id(): string {
		return this.#record.id;
	}
	/** Nothing was changed yet, and nothing is on the disk. */
	get isBlank(): boolean {
		return this.#isNew && this.#changes === 0;
	}
	get fields(): CompanionFields {
		return this.#fields;
	}
	/** What went wrong with the last save; null once one has succeeded. */
	get error(): unknown {
		return this.#error;
	}
	get elsewhere(): 'changed' | 'removed' | null {
		return this.#elsewhere;
	}
	/** Whether something here is not on the disk. */
	get dirty(): boolean {
		return this.#changes !== this.#kept && !this.#dropped;
	}
	/** Whether something here is not on the disk, and the last try to bring it there failed. */
	get stuck(): boolean {
		return this.dirty && (this.#error !== null || this.#elsewhere !== null);
	}
	get state(): EditState {
		if (this.#elsewhere) return 'elsewhere';
		if (this.#error !== null) return 'not-saved';
		if (this.dirty) return this.#autosave.isRunning ? 'saving' : 'unsaved';
		return this.#kept === 0 ? 'untouched' : 'saved';
	}

	/** Something in the fields was changed; it is saved in a moment. */
	changed(): void {
		if (this.#dropped) return;
		this.#changes += 1;
		if (!this.#elsewhere) this.#autosave.changed();
	}

	/** Saves now what is not saved yet. Resolves when that has succeeded or failed; `state` says which. */
	flush(): Promise<void> {
		return this.#autosave.flush();
	}

	/** What stands here goes on as a companion of its own, beside the one that another tab changed or removed. */
	keepAsCopy(): Promise<void> {
		this.#fields.becomeAnother();
		this.#record = newLibraryItem(this.#fields.companion);
		this.#isNew = true;
		this.#unanswered = [];
		this.#error = null;
		this.#elsewhere = null;
		this.#changes += 1;
		return this.flush();
	}

	/** Takes over what another tab kept, as long as nothing here is unsaved. */
	follow(all: readonly LibraryItem[]): void {
		const there = all.find(({ id }) => id === this.id);
		if (!there || this.dirty || this.#autosave.isRunning || this.#isNew || this.#isOurs(there)) {
			return;
		}
		this.#record = there;
		this.#fields = new CompanionFields(there.companion);
	}

	/** Drops what is typed, here and for good: what is not on the disk by now never gets there. */
	drop(): void {
		this.#autosave.cancel();
		this.#dropped = true;
		this.#fields = new CompanionFields();
	}

	async #save(): Promise<SaveOutcome> {
		if (!this.dirty || this.#elsewhere) return this.#error === null ? 'saved' : 'blocked';
		try {
			await this.#keep(await this.#journal());
			this.#error = null;
			return 'saved';
		} catch (error) {
			this.#error = error;
			return 'failed';
		}
	}

	async #keep(journal: Journal): Promise<void> {
		if (this.#dropped) return;
		const changes = this.#changes;
		const sent = withContents(this.#record, this.#fields.companion);
		await journal.library.update(this.id, (there) => {
			this.#elsewhere = this.#changedTo(there);
			if (this.#elsewhere) return there;
			if (!this.#unanswered.includes(sent)) this.#unanswered.push(sent);
			return sent;
		});
		if (this.#elsewhere) return;
		this.#unanswered = [];
		this.#record = sent;
		this.#isNew = false;
		this.#kept = changes;
	}

	/** What another tab has made of it, where the disk has another state than the one that this tab left there. */
	#changedTo(there: LibraryItem | null): 'changed' | 'removed' | null {
		if (there) return this.#isOurs(there) ? null : 'changed';
		return this.#isNew ? null : 'removed';
	}

	#isOurs(there: LibraryItem): boolean {
		return [this.#record, ...this.#unanswered].some((one) => isSame(one, there));
	}
}
