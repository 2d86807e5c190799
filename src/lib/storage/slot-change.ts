import { STORAGE_FORMAT, type DexieDatabase, type VaultHeader, type SlotRow } from './database';
import { RevisionConflict } from './preconditions';

/** What a write does to the slots, in the same transaction as to the records. */
export interface SlotChange {
	/** Slots to put in place of those with their ids. */
	put: readonly SlotRow[];
	/** Whether no other slot stays, nor the key of one. */
	replacesAll?: boolean;
	/** Takes the header over from an older format to this one. */
	upgradesFormat?: boolean;
}

/**
 * Changes the slots inside a transaction in which the header was found to be this one. Leaves it, with the header's
 * key as what has moved, where it was to be taken over to this format and was so already.
 */
export async function changeSlots(
	db: DexieDatabase,
	header: VaultHeader,
	{ put, replacesAll = false, upgradesFormat = false }: SlotChange
): Promise<void> {
	if (upgradesFormat) {
		if (header.format >= STORAGE_FORMAT) throw new RevisionConflict([header.key]);
		await db.meta.put({ ...header, format: STORAGE_FORMAT });
	}
	if (replacesAll) {
		const keptIds = put.map(({ id }) => id);
		await Promise.all([
			db.slots.where(':id').noneOf(keptIds).delete(),
			db.keys.where(':id').noneOf(keptIds).delete()
		]);
	}
	await db.slots.bulkPut([...put]);
}
