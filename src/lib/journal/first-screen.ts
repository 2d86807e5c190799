import { isText, type Item } from './inventory';

/** How many of the newest entries are opened first; a screen holds about a dozen. */
const FIRST = 60;

/**
 * Takes what the inventory lists, and returns the ids of what a first screen needs: all that is no entry and no
 * earlier text, and the newest entries.
 */
export function firstScreen(listed: ReadonlyMap<string, Item>): string[] {
	const entries: { id: string; what: string }[] = [];
	const others: string[] = [];
	for (const [id, item] of listed) {
		if (!isText(item)) others.push(id);
		else if (item.what.startsWith('entry ')) entries.push({ id, what: item.what });
	}
	// Their days stand in the inventory: `entry 2026-11-22`.
	entries.sort((a, b) => (a.what < b.what ? 1 : a.what > b.what ? -1 : 0));
	return [...others, ...entries.slice(0, FIRST).map(({ id }) => id)];
}

/** Takes what the inventory lists, and returns the records of the key slots, each with its revision. */
export function listedSlots(listed: ReadonlyMap<string, Item> | null): ReadonlyMap<string, number> {
	return new Map(
		[...(listed ?? [])].flatMap(([id, { rev, what }]) => (what === 'slots' ? [[id, rev]] : []))
	);
}
