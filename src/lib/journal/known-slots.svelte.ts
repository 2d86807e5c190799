import { randomId } from '$lib/vault/vault';
import { readSlots, slotsRecord } from './record-kinds';
import type { Plain, Read, SealedRecords } from './sealed-records';
import type { SlotNote } from './slot-note';

/** What an open journal knows of its own key slots; sealed, so that a slot put in from outside shows. */
export class KnownSlots {
	readonly #records: SealedRecords;
	#notes = $state.raw<readonly SlotNote[]>([]);
	#record: { id: string; rev: number | null } = { id: randomId(), rev: null };

	constructor(records: SealedRecords) {
		this.#records = records;
	}

	get notes(): readonly SlotNote[] {
		return this.#notes;
	}

	/** Goes by these where the record of them is not to be had; the next change of them is kept. */
	assume(notes: readonly SlotNote[]): void {
		this.#notes = notes;
	}

	/** Changes what is known of them; `change` is asked again where another tab was first. Throws when it could not be kept. */
	async change(change: (notes: readonly SlotNote[]) => readonly SlotNote[]): Promise<void> {
		await this.#records.update(() => ({ write: [this.recordOf(change(this.#notes))] }));
	}

	/** The record that says so, as part of a larger update. */
	recordOf(notes: readonly SlotNote[]): Plain {
		return slotsRecord(this.#record.id, notes, this.#record.rev);
	}

	/** Takes over the record of the slots as it was read from the disk; leaves others alone. */
	take(record: Read): void {
		const notes = readSlots(record);
		if (!notes || record.rev < (this.#record.rev ?? 0)) return;
		this.#notes = notes;
		this.#record = { id: record.id, rev: record.rev };
	}

	/** Drops what is known, for good. */
	forget(): void {
		this.#notes = [];
	}
}
