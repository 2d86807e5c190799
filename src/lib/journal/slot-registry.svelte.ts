import { randomId } from '$lib/id/random-id';
import { decodeSlots, encodeSlots } from '$lib/records/codec';
import type { SlotChange, SlotRow } from '$lib/storage/storage';
import type { RecordWrite, DecryptedRecord, RecordStore } from '$lib/records/record-store';
import type { SlotListState, SlotInfo } from '$lib/model/slot-info';

/** The new list of the slots, with the change of the slots themselves. */
export interface SlotPlan {
	infos: readonly SlotInfo[];
	slots?: SlotChange;
}

/** The registry of an open journal's key slots; it is encrypted, so that a slot added from outside is detected. */
export class SlotRegistry {
	readonly #records: RecordStore;
	#infos = $state.raw<readonly SlotInfo[]>([]);
	#record: { id: string; rev: number | null } = { id: randomId(), rev: null };
	/** Whether the record was found to be gone, unreadable or older while the journal was open. */
	#isDamaged = false;
	/** The slot records that the manifest lists, with their revisions: one, or none. */
	#expected: ReadonlyMap<string, number> = new Map();

	constructor(records: RecordStore) {
		this.#records = records;
	}

	get infos(): readonly SlotInfo[] {
		return this.#infos;
	}

	/** The state of the list: whether its record is as the manifest says. */
	get listState(): SlotListState {
		const { id, rev } = this.#record;
		if (this.#isDamaged) return 'damaged';
		if (this.#expected.size === 0) return rev === null ? 'none' : 'whole';
		const minRev = this.#expected.size === 1 ? this.#expected.get(id) : undefined;
		return rev !== null && minRev !== undefined && rev >= minRev ? 'whole' : 'damaged';
	}

	/** Sets the slot records that the manifest lists, before they are read. */
	expect(expected: ReadonlyMap<string, number>): void {
		this.#expected = expected;
	}

	/** Assumes this list where its record is missing or damaged. */
	assume(infos: readonly SlotInfo[]): void {
		this.#infos = infos;
	}

	/** Changes the list; `change` is called again on a conflict with another tab. Throws when it could not be saved. */
	async change(change: (infos: readonly SlotInfo[]) => readonly SlotInfo[]): Promise<void> {
		await this.update((notes) => ({ infos: change(notes) }));
	}

	/**
	 * Changes the list and the slots with it, in one transaction; `plan` returns null for nothing to do. `plan` must
	 * not wait for another change.
	 */
	async update(
		plan: (infos: readonly SlotInfo[]) => SlotPlan | null | Promise<SlotPlan | null>
	): Promise<void> {
		await this.#records.update(async () => {
			const planned = await plan(this.#infos);
			if (!planned) return null;
			return { write: [this.toRecord(planned.infos)], slots: planned.slots };
		});
	}

	/**
	 * Stores the list in a new record, in place of any that the manifest lists, readable or not, and leaves only these
	 * slots. A person has decided so. Throws when it could not be saved.
	 */
	async rebuild(infos: readonly SlotInfo[], slots: readonly SlotRow[]): Promise<void> {
		const record = encodeSlots(randomId(), infos, null);
		await this.#records.update(async () => {
			const before = [...new Set([...this.#expected.keys(), this.#record.id])];
			const revisions = new Map(
				(await this.#records.revisionsOf(before)).map(({ id, baseRev: rev }) => [id, rev])
			);
			return {
				write: [record],
				remove: before.map((id) => ({ id, baseRev: revisions.get(id) ?? 0 })),
				slots: { put: slots, replacesAll: true },
				onWritten: () => {
					this.#record = { id: record.id, rev: null };
					this.#expected = new Map([[record.id, 1]]);
					this.#isDamaged = false;
				}
			};
		});
	}

	/** Changes only the slots, where there is no list to change with them. Throws what failed. */
	async changeSlots(slots: SlotChange): Promise<void> {
		await this.#records.changeSlots(slots);
	}

	/** Rereads the record of the list: another tab may have changed it, or somebody else damaged it. */
	async reload(): Promise<void> {
		const { id, rev } = this.#record;
		if (rev === null) return;
		const [record] = await this.#records.read([id]);
		this.#isDamaged = !record || !decodeSlots(record) || record.rev < rev;
		if (record) this.load(record);
	}

	/** Returns the record of this list, as part of a larger update. */
	toRecord(infos: readonly SlotInfo[]): RecordWrite {
		return encodeSlots(this.#record.id, infos, this.#record.rev);
	}

	/** Takes over the record of the slots that was read from the disk; ignores records of other kinds. */
	load(record: DecryptedRecord): void {
		const infos = decodeSlots(record);
		if (!infos || record.rev < (this.#record.rev ?? 0)) return;
		this.#infos = infos;
		this.#record = { id: record.id, rev: record.rev };
	}

	/** Drops the list, for good. */
	clear(): void {
		this.#infos = [];
	}
}
