import type { Entry } from '$lib/model/entry';
import { timeLockOf } from '$lib/model/time-lock';
import type { PrintOptions } from './print-options';

/** The entries that the print options select. */
export interface PrintSelection {
	/** The entries in print order. */
	entries: readonly Entry[];
	/** Whether the selection matches entries that are hidden or time-locked, omitted or not. */
	contains: { hidden: boolean; sealed: boolean };
	/** How many of them are omitted, each counted once: a hidden one as hidden, whether it is time-locked or not. */
	omitted: { hidden: number; sealed: number };
}

/**
 * Selects the entries to print; `entries` are listed newest first and hold none that is in the bin. `ids` are those of
 * the entries that were passed to the page.
 */
export function selectForPrint(
	entries: readonly Entry[],
	ids: readonly string[],
	options: PrintOptions
): PrintSelection {
	const selected = entries.filter(isSelected(ids, options));
	const isLocked = (entry: Entry): boolean => timeLockOf(entry) !== 'none';
	const visible = selected.filter(({ hidden }) => options.hidden || !hidden);
	const printed = visible.filter((entry) => options.sealed || !isLocked(entry));
	return {
		entries: options.oldestFirst ? printed.toReversed() : printed,
		contains: { hidden: selected.some(({ hidden }) => hidden), sealed: selected.some(isLocked) },
		omitted: {
			hidden: selected.length - visible.length,
			sealed: visible.length - printed.length
		}
	};
}

function isSelected(
	ids: readonly string[],
	{ range, from, to }: PrintOptions
): (entry: Entry) => boolean {
	if (range === null) return () => false;
	if (range === 'all') return () => true;
	if (range === 'selected') {
		const selectedIds = new Set(ids);
		return ({ id }) => selectedIds.has(id);
	}
	// Two days in the wrong order mean the days between them as well.
	const [first, last] = from !== '' && to !== '' && from > to ? [to, from] : [from, to];
	return ({ written: { day } }) => (first === '' || day >= first) && (last === '' || day <= last);
}
