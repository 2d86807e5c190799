import { randomId } from '$lib/vault/vault';
import { readSlots, slotsRecord } from './record-kinds';
import type { SlotChange, SlotRow } from '$lib/storage/storage';
import type { Plain, Read, SealedRecords } from './sealed-records';
import type { SlotList, SlotNote } from './slot-note';

/** What is to be known of the slots, and what becomes of them. */
export interface SlotsPlan {
	notes: readonly SlotNote[];
	slots?: SlotChange;
}

/** What an open journal knows of its own key slots; sealed, so that a slot put in from outside shows. */
export class KnownSlots {
	readonly #records: SealedRecords;
	#notes = $state.raw<readonly SlotNote[]>([]);
	#record: { id: string; rev: number | null } = { id: randomId(), rev: null };
	/** Whether it was found to be gone, unreadable or older while the journal was open. */
	#spoiled = false;
	/** The records of slots that the inventory lists, with their revisions: one, or none. */
	#listed: ReadonlyMap<string, number> = new Map();

	constructor(records: SealedRecords) {
		this.#records = records;
	}

	get notes(): readonly SlotNote[] {
		return this.#notes;
	}

	/** Whether the record of them is as the inventory says. */
	get list(): SlotList {
		const { id, rev } = this.#record;
		if (this.#spoiled) return 'damaged';
		if (this.#listed.size === 0) return rev === null ? 'none' : 'whole';
		const least = this.#listed.size === 1 ? this.#listed.get(id) : undefined;
		return rev !== null && least !== undefined && rev >= least ? 'whole' : 'damaged';
	}

	/** Takes what the inventory says of the record of them, before it is read. */
	expect(listed: ReadonlyMap<string, number>): void {
		this.#listed = listed;
	}

	/** Goes by these where the record of them is not to be had. */
	assume(notes: readonly SlotNote[]): void {
		this.#notes = notes;
	}

	/** Changes what is known of them; `change` is asked again where another tab was first. Throws when it could not be kept. */
	async change(change: (notes: readonly SlotNote[]) => readonly SlotNote[]): Promise<void> {
		await this.plan((notes) => ({ notes: change(notes) }));
	}

	/**
	 * The same for what becomes of the slots with it, in one transaction; null for nothing to do. `plan` must not wait
	 * for another change.
	 */
	async plan(
		plan: (notes: readonly SlotNote[]) => SlotsPlan | null | Promise<SlotsPlan | null>
	): Promise<void> {
		await this.#records.update(async () => {
			const planned = await plan(this.#notes);
			if (!planned) return null;
			return { write: [this.recordOf(planned.notes)], slots: planned.slots };
		});
	}

	/**
	 * Keeps what is known of them in a new record, in place of any that the inventory lists, readable or not, and
	 * leaves these slots alone. A person has decided so. Throws when it could not be kept.
	 */
	async keepAnew(notes: readonly SlotNote[], slots: readonly SlotRow[]): Promise<void> {
		const record = slotsRecord(randomId(), notes, null);
		await this.#records.update(async () => {
			const before = [...new Set([...this.#listed.keys(), this.#record.id])];
			const there = new Map(
				(await this.#records.revisions(before)).map(({ id, was }) => [id, was])
			);
			return {
				write: [record],
				remove: before.map((id) => ({ id, was: there.get(id) ?? 0 })),
				slots: { put: slots, alone: true },
				done: () => {
					this.#record = { id: record.id, rev: null };
					this.#listed = new Map([[record.id, 1]]);
					this.#spoiled = false;
				}
			};
		});
	}

	/** Changes the slots alone, where there is no list to change with them. Throws what failed. */
	async changeUnlisted(slots: SlotChange): Promise<void> {
		await this.#records.changeSlots(slots);
	}

	/** Reads the record of them anew: another tab may have changed it, or somebody else spoilt it. */
	async reread(): Promise<void> {
		const { id, rev } = this.#record;
		if (rev === null) return;
		const [record] = await this.#records.read([id]);
		this.#spoiled = !record || !readSlots(record) || record.rev < rev;
		if (record) this.take(record);
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
