import type { Opened } from '$lib/vault/vault';
import { compare, unlisted, type Damage } from './inventory';
import { isInventory, type OpenInventory, type Read } from './open-inventory';

/**
 * Takes in the inventory from all records of a journal, as the vault has opened them, and compares it with them. What does
 * not open, or is not as the inventory says, comes back as damage; all the rest comes back open.
 */
export function readWhole(
	inventory: OpenInventory,
	opened: readonly Opened[]
): { records: Read[]; damage: Damage[] } {
	const byId = new Map(opened.map((record) => [record.id, record]));
	const listed = inventory.take(byId);
	const found = new Map<string, { rev: number; opens: boolean }>();
	const records: Read[] = [];
	for (const record of opened) {
		if (listed.own.has(record.id)) continue;
		const opens = !('damaged' in record);
		if (opens && isInventory(record.value)) continue;
		found.set(record.id, { rev: record.rev, opens });
		if (opens) records.push({ id: record.id, rev: record.rev, value: record.value });
	}
	const damage = inventory.complete ? compare(listed.items, found) : unlisted(found);
	return { records, damage: [...listed.damage, ...damage] };
}
