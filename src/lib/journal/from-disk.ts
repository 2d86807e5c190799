import type { Memory } from './changes';
import type { Choices } from './choices.svelte';
import type { KnownSlots } from './known-slots.svelte';
import type { Stored } from './newest-first';
import type { Held } from './held.svelte';
import type { KeptCompanion } from './kept-companion';
import type { OwnPrompt } from './own-prompt';
import { readEntry } from './record-kinds';
import type { Read, SealedRecords } from './sealed-records';
import type { StoredEntries } from './stored-entries.svelte';

/** So many records that another tab changed are read at once. */
const AT_ONCE = 500;

/** Who holds what of an open journal. */
export interface Holders {
	stored: StoredEntries;
	slots: KnownSlots;
	choices: Choices;
	prompts: Held<OwnPrompt>;
	library: Held<KeptCompanion>;
}

/** Brings records as they are on the disk to those who hold them while a journal is open. */
export class FromDisk implements Memory {
	readonly #records: SealedRecords;
	readonly #holders: Holders;

	constructor(records: SealedRecords, holders: Holders) {
		this.#records = records;
		this.#holders = holders;
	}

	/** Takes over what is no entry, and returns the entries, which are still to be taken in. */
	read(records: readonly Read[]): Stored[] {
		const { stored, slots, choices, prompts, library } = this.#holders;
		const entries: Stored[] = [];
		for (const record of records) {
			if (stored.isGone(record.id)) continue;
			const entry = readEntry(record);
			if (entry) {
				entries.push({ entry, rev: record.rev });
				continue;
			}
			slots.take(record);
			choices.take(record);
			prompts.take(record);
			library.take(record);
		}
		return entries;
	}

	/** Takes over all of them, as far as nothing newer is known. */
	take(records: readonly Read[]): void {
		this.#holders.stored.takeIn(this.read(records));
	}

	/** Reads records anew, as another tab may have left them. Throws when they cannot be read. */
	async follow(ids: readonly string[]): Promise<void> {
		await this.#reread(ids, (records) => {
			this.take(records);
		});
	}

	async refresh(ids: readonly string[]): Promise<void> {
		await this.#reread(ids, (records) => {
			this.#replace(records);
		});
	}

	written(records: readonly Read[], removed: readonly string[]): void {
		this.#holders.stored.notGone(records.map(({ id }) => id));
		this.#replace(records);
		this.#forget(removed);
	}

	async #reread(ids: readonly string[], take: (records: Read[]) => void): Promise<void> {
		// A file that another tab brought in may have changed thousands.
		for (let start = 0; start < ids.length; start += AT_ONCE) {
			const some = ids.slice(start, start + AT_ONCE);
			const records = await this.#records.read(some);
			// What is there by now was brought back, whatever was removed before; what is not goes below.
			this.#holders.stored.notGone(some);
			take(records);
			this.#forget(await this.#records.missing(some));
		}
	}

	/** What was written or read while nothing else is written holds, also where one was removed and its revisions begin again. */
	#replace(records: readonly Read[]): void {
		const { stored, prompts, library } = this.#holders;
		const ids = new Set(records.map(({ id }) => id));
		prompts.forget(ids);
		library.forget(ids);
		stored.place(this.read(records));
	}

	#forget(ids: readonly string[]): void {
		const { stored, prompts, library } = this.#holders;
		stored.forget(ids);
		prompts.forget(new Set(ids));
		library.forget(new Set(ids));
	}
}
