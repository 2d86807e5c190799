import { randomId } from '$lib/id/random-id';
import type { DecryptResult, PlainRecord } from '$lib/vault/vault';
import { shardOf, encodeShard, encodeRoot, type ManifestItem } from './manifest-format';
import { isManifestRecord, validateRecord, type DecryptedRecord } from './manifest';

/**
 * Builds a manifest of these records, readable or not, without the records of earlier manifests. `labelOf` names a
 * decrypted record. Returns the id of the root, and the records of the manifest, all of them new.
 */
export function buildManifest(
	decrypted: readonly DecryptResult[],
	labelOf: (record: DecryptedRecord) => string
): { rootId: string; records: PlainRecord[] } {
	const shards = new Map<number, Map<string, ManifestItem>>();
	for (const record of decrypted) {
		if ('value' in record && isManifestRecord(record.value)) continue;
		const valid = validateRecord(record);
		const number = shardOf(record.id);
		const item = { rev: record.rev, label: valid ? labelOf(valid) : '' };
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
