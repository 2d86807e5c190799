import { isEntryOrVersion, type ManifestItem } from './manifest-format';

/** How many of the newest entries are decrypted first; a screen shows about a dozen. */
const INITIAL_ENTRIES = 60;

/**
 * Returns the ids of the records that a first screen needs, from the items of the manifest: the newest entries, and
 * every record that is neither an entry nor an earlier text.
 */
export function initialRecordIds(items: ReadonlyMap<string, ManifestItem>): string[] {
	const entries: { id: string; label: string }[] = [];
	const others: string[] = [];
	for (const [id, item] of items) {
		if (!isEntryOrVersion(item)) others.push(id);
		else if (item.label.startsWith('entry ')) entries.push({ id, label: item.label });
	}
	// The manifest has their days: `entry 2026-11-22`.
	entries.sort((a, b) => (a.label < b.label ? 1 : a.label > b.label ? -1 : 0));
	return [...others, ...entries.slice(0, INITIAL_ENTRIES).map(({ id }) => id)];
}

/** Returns the ids of the records of key slots with their revisions, from the items of the manifest. */
export function slotRecordRevs(
	items: ReadonlyMap<string, ManifestItem> | null
): ReadonlyMap<string, number> {
	return new Map(
		[...(items ?? [])].flatMap(([id, { rev, label }]) => (label === 'slots' ? [[id, rev]] : []))
	);
}
