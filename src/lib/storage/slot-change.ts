import { FORMAT, type Database, type Header, type SlotRow } from './database';
import { Moved } from './write-checks';

/** What a write does to the slots, in the same transaction as to the records. */
export interface SlotChange {
	/** Slots to put in place of those with their ids. */
	put: readonly SlotRow[];
	/** Whether no other slot stays, nor the key of one. */
	alone?: boolean;
	/** Takes the header over from an older format to this one. */
	upgrades?: boolean;
}

/**
 * Changes the slots inside a transaction in which the header was found to be this one. Leaves it, with the header's
 * key as what has moved, where it was to be taken over to this format and was so already.
 */
export async function changeSlots(
	db: Database,
	header: Header,
	{ put, alone = false, upgrades = false }: SlotChange
): Promise<void> {
	if (upgrades) {
		if (header.format >= FORMAT) throw new Moved([header.key]);
		await db.meta.put({ ...header, format: FORMAT });
	}
	if (alone) {
		const kept = put.map(({ id }) => id);
		await Promise.all([
			db.slots.where(':id').noneOf(kept).delete(),
			db.keys.where(':id').noneOf(kept).delete()
		]);
	}
	await db.slots.bulkPut([...put]);
}
