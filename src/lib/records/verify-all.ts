import type { DecryptResult } from '$lib/vault/vault';
import { findDamage, findUnreadable, type Damage } from './manifest-format';
import { isManifestRecord, validateRecord, type DecryptedRecord, type Manifest } from './manifest';

/**
 * Loads the manifest from all records of a journal, as the vault has decrypted them, and compares it with them. Returns
 * the decrypted records, and every difference as damage.
 */
export function verifyAll(
	manifest: Manifest,
	decrypted: readonly DecryptResult[]
): { records: DecryptedRecord[]; damage: Damage[] } {
	const byId = new Map(decrypted.map((record) => [record.id, record]));
	const loaded = manifest.load(byId);
	const found = new Map<string, { rev: number; opens: boolean }>();
	const records: DecryptedRecord[] = [];
	for (const record of decrypted) {
		if (loaded.ownIds.has(record.id)) continue;
		if ('value' in record && isManifestRecord(record.value)) continue;
		const valid = validateRecord(record);
		found.set(record.id, { rev: record.rev, opens: valid !== null });
		if (valid) records.push(valid);
	}
	const damage = manifest.isComplete ? findDamage(loaded.items, found) : findUnreadable(found);
	return { records, damage: [...loaded.damage, ...damage] };
}
