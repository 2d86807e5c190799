import { randomId, type Opened } from '$lib/vault/vault';
import { pageOf, pageValue, rootValue, type Item } from './inventory';
import { isInventory, type Read } from './open-inventory';

/**
 * Makes an inventory of these records, readable or not, without those of the inventories before it. `what` names a
 * record that opens. Returns the id of its root, and the records that it is made of, all of them new.
 */
export function inventoryOf(
	opened: readonly Opened[],
	what: (record: Read) => string
): { rootId: string; records: Read[] } {
	const pages = new Map<number, Map<string, Item>>();
	for (const record of opened) {
		const opens = !('damaged' in record);
		if (opens && isInventory(record.value)) continue;
		const number = pageOf(record.id);
		const item = { rev: record.rev, what: opens ? what(record) : '' };
		pages.set(number, (pages.get(number) ?? new Map<string, Item>()).set(record.id, item));
	}
	const made = [...pages].map(([number, page]) => ({ number, page, id: randomId() }));
	const root = new Map(made.map(({ number, id }) => [number, { id, rev: 1 }]));
	const rootId = randomId();
	return {
		rootId,
		records: [
			...made.map(({ id, page }) => ({ id, rev: 1, value: pageValue(page) })),
			{ id: rootId, rev: 1, value: rootValue(root) }
		]
	};
}
