import type { DecryptResult } from '$lib/vault/vault';
import {
	findDamage,
	shardOf,
	decodeShard,
	decodeRoot,
	type Damage,
	type Shard
} from './manifest-format';
import { isManifestRecord, validateRecord, type DecryptedRecord } from './manifest';

/**
 * Compares the decrypted records of one shard's range with the shard and the root, all read at the same moment.
 * Returns the journal's records among them, and every difference as damage. `certain` is false when the root names
 * another shard, or another revision of it, than was read: then it has to be read again.
 */
export function verifyShard(
	number: number,
	shardId: string | null,
	rootId: string,
	decrypted: readonly DecryptResult[]
): { records: DecryptedRecord[]; damage: Damage[]; isCertain: boolean } {
	const byId = new Map(decrypted.map((one) => [one.id, one]));
	const rootRecord = byId.get(rootId);
	const root = rootRecord && 'value' in rootRecord ? decodeRoot(rootRecord.value) : null;
	const listed = root?.get(number) ?? null;
	const shardRecord = shardId === null ? undefined : byId.get(shardId);
	const shard = shardRecord && 'value' in shardRecord ? decodeShard(shardRecord.value) : null;
	const isCertain =
		root !== null &&
		(listed?.id ?? null) === shardId &&
		(listed === null || (shard !== null && shardRecord?.rev === listed.rev));
	const manifestIds = new Set([rootId, ...[...(root?.values() ?? [])].map(({ id }) => id)]);
	const found = new Map<string, { rev: number; opens: boolean }>();
	const records: DecryptedRecord[] = [];
	for (const record of byId.values()) {
		if (manifestIds.has(record.id) || shardOf(record.id) !== number) continue;
		if ('value' in record && isManifestRecord(record.value)) continue;
		const valid = validateRecord(record);
		found.set(record.id, { rev: record.rev, opens: valid !== null });
		if (valid) records.push(valid);
	}
	const expected: Shard = shard ?? new Map<string, never>();
	return { records, damage: findDamage(expected, found), isCertain };
}
