import type { Entry } from '$lib/model/entry';
import type { LastBackup } from '$lib/model/settings';
import { formatDate } from '$lib/app/dates/format-date';
import { formatEntryCount } from '$lib/app/words/entry-count';

/** How many entries were written or changed after an instant, in milliseconds. */
function countChangedSince(entries: readonly Entry[], at: number): number {
	return entries.filter(({ written, changed }) => Math.max(written.at, changed.at) > at).length;
}

/**
 * Describes in a sentence when the last copy was made and what came after it; without one, how much there is to copy.
 */
export function describeLastBackup(
	entries: readonly Entry[],
	lastBackup: LastBackup | null
): string {
	if (entries.length === 0) return lastBackup ? '' : 'There are no pages yet.';
	if (!lastBackup) {
		return `No copy of ${entries.length === 1 ? 'this page' : `these ${formatEntryCount(entries.length)}`} has been made here yet.`;
	}
	const changedCount = countChangedSince(entries, lastBackup.made.at);
	const day = formatDate(lastBackup.made.day);
	if (changedCount === 0) return `Last copy: ${day}. No page was written here since.`;
	return `Last copy: ${day}. ${formatEntryCount(changedCount)} written or changed since.`;
}
