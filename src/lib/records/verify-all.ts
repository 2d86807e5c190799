import type { Opened } from '$lib/vault/vault';
import { findDamage, findUnreadable, type Damage } from './manifest-format';
import { isManifestRecord, type Manifest, type DecryptedRecord } from './manifest';

/**
 * Loads the manifest from all records of a journal, as the vault has decrypted them, and compares it with them. Returns
 * the decrypted records, and every difference as damage.
 */
export function verifyAll(
	manifest: Manifest,
	decrypted: readonly Opened[]
): { records: DecryptedRecord[]; damage: Damage[] } {
	const byId = new Map(decrypted.map((record) => [record.id, record]));
	const loaded = manifest.load(byId);
	const found = new Map<string, { rev: number; opens: boolean }>();
	const records: DecryptedRecord[] = [];
	for (const record of decrypted) {
		if (loaded.ownIds.has(record.id)) continue;
		const opens = !('damaged' in record);
		if (opens && isManifestRecord(record.value)) continue;
		found.set(record.id, { rev: record.rev, opens });
		if (opens) records.push({ id: record.id, rev: record.rev, value: record.value });
	}
	const damage = manifest.isComplete ? findDamage(loaded.items, found) : findUnreadable(found);
	return { records, damage: [...loaded.damage, ...damage] };
}
