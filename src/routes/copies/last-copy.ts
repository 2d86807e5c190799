import type { Entry } from '$lib/model/entry';
import type { LastBackup } from '$lib/model/settings';
import { dateInWords } from '../days';
import { pagesInFigures } from '../journal/many-words';

/** How many pages were written or changed after an instant, in milliseconds. */
function writtenSince(entries: readonly Entry[], at: number): number {
	return entries.filter(({ written, changed }) => Math.max(written.at, changed.at) > at).length;
}

/**
 * When the last copy was made and what came after it, in a sentence; with no copy yet, how much there is to copy.
 */
export function lastCopySaid(entries: readonly Entry[], last: LastBackup | null): string {
	if (entries.length === 0) return last ? '' : 'There are no pages yet.';
	if (!last) {
		return `No copy of ${entries.length === 1 ? 'this page' : `these ${pagesInFigures(entries.length)}`} has been made here yet.`;
	}
	const since = writtenSince(entries, last.made.at);
	const day = dateInWords(last.made.day);
	if (since === 0) return `Last copy: ${day}. No page was written here since.`;
	return `Last copy: ${day}. ${pagesInFigures(since)} written or changed since.`;
}
