import { isEntryOrVersion, type ManifestItem } from './manifest-format';

/** How many of the newest entries are opened first; a screen holds about a dozen. */
const INITIAL_ENTRIES = 60;

/**
 * Takes what the manifest lists, and returns the ids of what a first screen needs: all that is no entry and no
 * earlier text, and the newest entries.
 */
export function initialRecordIds(items: ReadonlyMap<string, ManifestItem>): string[] {
	const entries: { id: string; label: string }[] = [];
	const others: string[] = [];
	for (const [id, item] of items) {
		if (!isEntryOrVersion(item)) others.push(id);
		else if (item.label.startsWith('entry ')) entries.push({ id, label: item.label });
	}
	// Their days stand in the manifest: `entry 2026-11-22`.
	entries.sort((a, b) => (a.label < b.label ? 1 : a.label > b.label ? -1 : 0));
	return [...others, ...entries.slice(0, INITIAL_ENTRIES).map(({ id }) => id)];
}

/** Takes what the manifest lists, and returns the records of the key slots, each with its revision. */
export function slotRecordRevs(
	items: ReadonlyMap<string, ManifestItem> | null
): ReadonlyMap<string, number> {
	return new Map(
		[...(items ?? [])].flatMap(([id, { rev, label }]) => (label === 'slots' ? [[id, rev]] : []))
	);
}
