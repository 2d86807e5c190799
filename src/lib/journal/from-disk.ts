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
interface Holders {
	stored: StoredEntries;
	slots: KnownSlots;
	choices: Choices;
	prompts: Held<OwnPrompt>;
	library: Held<KeptCompanion>;
}

/** Brings records as they were read from the disk to those who hold them while a journal is open. */
export class FromDisk {
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

	/** Takes over all of them. */
	take(records: readonly Read[]): void {
		this.#holders.stored.takeIn(this.read(records));
	}

	/** Reads records anew, as another tab may have left them. */
	async refresh(ids: string[]): Promise<void> {
		try {
			// A file that another tab brought in may have changed thousands.
			for (let start = 0; start < ids.length; start += AT_ONCE) {
				await this.#refreshSome(ids.slice(start, start + AT_ONCE));
			}
		} catch {
			// What another tab changed is read again with the next opening; nothing here depends on it.
		}
	}

	async #refreshSome(ids: string[]): Promise<void> {
		const { stored, prompts, library } = this.#holders;
		const records = await this.#records.read(ids);
		// What is there by now was brought back, whatever was removed before; what is not goes below.
		stored.notGone(ids);
		this.take(records);
		const missing = await this.#records.missing(ids);
		stored.forget(missing);
		prompts.forget(missing);
		library.forget(missing);
	}
}
