import { STORAGE_FORMAT, type DexieDatabase, type VaultHeader, type SlotRow } from './database';
import { RevisionConflict } from './preconditions';

/** A change of the slots, in the same transaction as that of the records. */
export interface SlotChange {
	/** The slots to write, in place of those with their ids. */
	put: readonly SlotRow[];
	/** Whether all other slots and their keys are deleted. */
	replacesAll?: boolean;
	/** Whether the header is upgraded from an older format to this one. */
	upgradesFormat?: boolean;
}

/**
 * Changes the slots inside a transaction that has checked this header. Throws a `RevisionConflict` with the header's
 * key where the format was to be upgraded and was upgraded already.
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
