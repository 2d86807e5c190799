import { randomId } from '$lib/vault/vault';
import { JournalError } from './journal-error';
import { readSlots, slotsRecord } from './record-kinds';
import type { SlotChange, SlotRow } from '$lib/storage/storage';
import type { Plain, Read, SealedRecords } from './sealed-records';
import type { SlotList, SlotNote } from './slot-note';

/** What an open journal knows of its own key slots; sealed, so that a slot put in from outside shows. */
export class KnownSlots {
	readonly #records: SealedRecords;
	#notes = $state.raw<readonly SlotNote[]>([]);
	#record: { id: string; rev: number | null } = { id: randomId(), rev: null };
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

	/** Keeps what is known of them, with what becomes of the slots themselves. Throws when it could not be kept. */
	async keep(notes: readonly SlotNote[], slots?: SlotChange): Promise<void> {
		const { moved } = await this.#records.write([this.recordOf(notes)], [], undefined, slots);
		if (moved.length > 0) throw new JournalError('busy', 'another tab changed the key slots');
		this.kept(notes);
	}

	/**
	 * Keeps what is known of them in a new record, in place of any that the inventory lists, readable or not, and
	 * leaves these slots alone. A person has decided so. Throws when it could not be kept.
	 */
	async keepAnew(notes: readonly SlotNote[], slots: readonly SlotRow[]): Promise<void> {
		const record = slotsRecord(randomId(), notes, null);
		const before = new Set([...this.#listed.keys(), this.#record.id]);
		const there = new Map(
			(await this.#records.revisions([...before])).map(({ id, was }) => [id, was])
		);
		const removed = [...before].map((id) => ({ id, was: there.get(id) ?? 0 }));
		const alone = { put: slots, alone: true };
		const { moved } = await this.#records.write([record], removed, undefined, alone);
		if (moved.length > 0) throw new JournalError('busy', 'another tab changed the key slots');
		this.#record = { id: record.id, rev: 1 };
		this.#listed = new Map([[record.id, 1]]);
		this.#notes = notes;
	}

	/** Takes the journal over from an older format, with these slots proven, and with what is known of them. */
	async upgrade(notes: readonly SlotNote[] | null, put: readonly SlotRow[]): Promise<void> {
		const { moved } = await this.#records.upgrade(notes && this.recordOf(notes), put);
		if (moved.length > 0) throw new JournalError('busy', 'another tab was first');
		if (notes) this.kept(notes);
	}

	/** The record that says so, for a transaction of somebody else's; `kept` follows it. */
	recordOf(notes: readonly SlotNote[]): Plain {
		return slotsRecord(this.#record.id, notes, this.#record.rev);
	}

	/** The record is on the disk. */
	kept(notes: readonly SlotNote[]): void {
		this.#record = { id: this.#record.id, rev: (this.#record.rev ?? 0) + 1 };
		this.#notes = notes;
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
