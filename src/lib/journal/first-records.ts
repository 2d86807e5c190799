import type { Row } from '$lib/storage/storage';
import type { Vault } from '$lib/vault/vault';
import { OpenInventory, type Plain } from './open-inventory';
import { SealedRecords } from './sealed-records';

/** Seals what a new journal begins with: its root, and these records with the pages of the inventory they stand on. */
export async function firstRecords(
	vault: Vault,
	plain: readonly Plain[]
): Promise<{ root: Row; rows: Row[] }> {
	const empty = await SealedRecords.newRoot(vault);
	const inventory = new OpenInventory(empty.id).next(plain).plain;
	const [root, ...rows] = await vault.seal(
		[...inventory.toReversed(), ...plain].map(({ id, value }) => ({ id, rev: 1, value }))
	);
	return { root: root ?? empty, rows };
}
