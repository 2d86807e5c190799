import { randomId } from '$lib/id/random-id';
import { type Opened } from '$lib/vault/vault';
import { shardOf, encodeShard, encodeRoot, type ManifestItem } from './manifest-format';
import { isManifestRecord, type DecryptedRecord } from './manifest';

/**
 * Builds a manifest of these records, readable or not, without the records of earlier manifests. `labelOf` names a
 * decrypted record. Returns the id of the root, and the records of the manifest, all of them new.
 */
export function buildManifest(
	decrypted: readonly Opened[],
	labelOf: (record: DecryptedRecord) => string
): { rootId: string; records: DecryptedRecord[] } {
	const shards = new Map<number, Map<string, ManifestItem>>();
	for (const record of decrypted) {
		const isReadable = !('damaged' in record);
		if (isReadable && isManifestRecord(record.value)) continue;
		const number = shardOf(record.id);
		const item = { rev: record.rev, label: isReadable ? labelOf(record) : '' };
		shards.set(
			number,
			(shards.get(number) ?? new Map<string, ManifestItem>()).set(record.id, item)
		);
	}
	const created = [...shards].map(([number, shard]) => ({ number, page: shard, id: randomId() }));
	const root = new Map(created.map(({ number, id }) => [number, { id, rev: 1 }]));
	const rootId = randomId();
	return {
		rootId,
		records: [
			...created.map(({ id, page: shard }) => ({ id, rev: 1, value: encodeShard(shard) })),
			{ id: rootId, rev: 1, value: encodeRoot(root) }
		]
	};
}
