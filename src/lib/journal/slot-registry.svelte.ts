import { randomId } from '$lib/id/random-id';
import { decodeSlots, encodeSlots } from '$lib/records/codec';
import type { SlotChange, SlotRow } from '$lib/storage/storage';
import type { RecordWrite, DecryptedRecord, RecordStore } from '$lib/records/record-store';
import type { SlotListState, SlotInfo } from '$lib/model/slot-info';

/** What is to be known of the slots, and what becomes of them. */
export interface SlotPlan {
	infos: readonly SlotInfo[];
	slots?: SlotChange;
}

/** What an open journal knows of its own key slots; sealed, so that a slot put in from outside shows. */
export class SlotRegistry {
	readonly #records: RecordStore;
	#infos = $state.raw<readonly SlotInfo[]>([]);
	#record: { id: string; rev: number | null } = { id: randomId(), rev: null };
	/** Whether it was found to be gone, unreadable or older while the journal was open. */
	#isDamaged = false;
	/** The records of slots that the manifest lists, with their revisions: one, or none. */
	#expected: ReadonlyMap<string, number> = new Map();

	constructor(records: RecordStore) {
		this.#records = records;
	}

	get infos(): readonly SlotInfo[] {
		return this.#infos;
	}

	/** Whether the record of them is as the manifest says. */
	get listState(): SlotListState {
		const { id, rev } = this.#record;
		if (this.#isDamaged) return 'damaged';
		if (this.#expected.size === 0) return rev === null ? 'none' : 'whole';
		const minRev = this.#expected.size === 1 ? this.#expected.get(id) : undefined;
		return rev !== null && minRev !== undefined && rev >= minRev ? 'whole' : 'damaged';
	}

	/** Takes what the manifest says of the record of them, before it is read. */
	expect(expected: ReadonlyMap<string, number>): void {
		this.#expected = expected;
	}

	/** Goes by these where the record of them is not to be had. */
	assume(infos: readonly SlotInfo[]): void {
		this.#infos = infos;
	}

	/** Changes what is known of them; `change` is asked again where another tab was first. Throws when it could not be kept. */
	async change(change: (infos: readonly SlotInfo[]) => readonly SlotInfo[]): Promise<void> {
		await this.update((notes) => ({ infos: change(notes) }));
	}

	/**
	 * The same for what becomes of the slots with it, in one transaction; null for nothing to do. `plan` must not wait
	 * for another change.
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
	 * Keeps what is known of them in a new record, in place of any that the manifest lists, readable or not, and
	 * leaves these slots alone. A person has decided so. Throws when it could not be kept.
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

	/** Changes the slots alone, where there is no list to change with them. Throws what failed. */
	async changeSlots(slots: SlotChange): Promise<void> {
		await this.#records.changeSlots(slots);
	}

	/** Reads the record of them anew: another tab may have changed it, or somebody else spoilt it. */
	async reload(): Promise<void> {
		const { id, rev } = this.#record;
		if (rev === null) return;
		const [record] = await this.#records.read([id]);
		this.#isDamaged = !record || !decodeSlots(record) || record.rev < rev;
		if (record) this.load(record);
	}

	/** The record that says so, as part of a larger update. */
	toRecord(infos: readonly SlotInfo[]): RecordWrite {
		return encodeSlots(this.#record.id, infos, this.#record.rev);
	}

	/** Takes over the record of the slots as it was read from the disk; leaves others alone. */
	load(record: DecryptedRecord): void {
		const infos = decodeSlots(record);
		if (!infos || record.rev < (this.#record.rev ?? 0)) return;
		this.#infos = infos;
		this.#record = { id: record.id, rev: record.rev };
	}

	/** Drops what is known, for good. */
	clear(): void {
		this.#infos = [];
	}
}
