import type { RecordRow } from '$lib/storage/storage';
import type { Vault } from '$lib/vault/vault';
import { Manifest, type RecordWrite } from './manifest';
import { RecordStore } from './record-store';

/** Encrypts the first records of a new journal: these, their shards of the manifest, and the root. */
export async function encryptInitialRecords(
	vault: Vault,
	writes: readonly RecordWrite[]
): Promise<{ root: RecordRow; rows: RecordRow[] }> {
	const empty = await RecordStore.newRoot(vault);
	const manifestWrites = new Manifest(empty.id).prepareUpdate(writes).writes;
	const [root, ...rows] = await vault.encrypt(
		[...manifestWrites.toReversed(), ...writes].map(({ id, value }) => ({ id, rev: 1, value }))
	);
	return { root: root ?? empty, rows };
}
