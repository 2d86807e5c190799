import type { Entry } from '$lib/model/entry';
import { formatRelativeMonth } from '$lib/app/dates/format-date';

/** A line of the ledger: an entry, and the name of its month where that begins. */
export interface ListRow {
	entry: Entry;
	/** `November`; null below the first of its month. */
	month: string | null;
}

/** Takes entries, newest first, and returns their lines. */
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
 * The months there are pages of, as they are listed: `2026-11` with its name and the place of its first line. Each
 * stands once, also where two take turns: pages are in the order of their instants, their days are local.
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
