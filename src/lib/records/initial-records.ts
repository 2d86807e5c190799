import type { Row } from '$lib/storage/storage';
import type { Vault } from '$lib/vault/vault';
import { Manifest, type RecordWrite } from './manifest';
import { RecordStore } from './record-store';

/** Seals what a new journal begins with: its root, and these records with the shards of the manifest they stand on. */
export async function encryptInitialRecords(
	vault: Vault,
	writes: readonly RecordWrite[]
): Promise<{ root: Row; rows: Row[] }> {
	const empty = await RecordStore.newRoot(vault);
	const manifestWrites = new Manifest(empty.id).prepareUpdate(writes).writes;
	const [root, ...rows] = await vault.seal(
		[...manifestWrites.toReversed(), ...writes].map(({ id, value }) => ({ id, rev: 1, value }))
	);
	return { root: root ?? empty, rows };
}
