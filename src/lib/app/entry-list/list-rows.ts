import type { Entry } from '$lib/model/entry';
import { formatRelativeMonth } from '$lib/app/dates/format-date';

/** A row of the list: an entry, and the name of its month if it is the first of it. */
export interface ListRow {
	entry: Entry;
	/** `November`; null for all but the first entry of its month. */
	month: string | null;
}

/** Converts entries, newest first, to rows. */
export function toListRows(entries: readonly Entry[]): ListRow[] {
	let previousKey = '';
	return entries.map((entry) => {
		const key = entry.written.day.slice(0, 7);
		const month = key === previousKey ? null : formatRelativeMonth(entry.written.day);
		previousKey = key;
		return { entry, month };
	});
}

/**
 * The months that have entries, in list order: `2026-11` with its name and the index of its first row. Each is listed
 * once, even if two alternate: entries are in the order of their instants, their days are local.
 */
export function listMonths(
	rows: readonly ListRow[]
): { key: string; name: string; index: number }[] {
	const known = new Set<string>();
	return rows.flatMap(({ entry, month }, index) => {
		const key = entry.written.day.slice(0, 7);
		if (month === null || known.has(key)) return [];
		known.add(key);
		return [{ key, name: month, index }];
	});
}
