import type { Entry } from '$lib/model/entry';
import type { Journal } from '$lib/journal/journal.svelte';
import { nextPaint } from '$lib/work/next-paint';
import { EntrySearch, type Found, type EntryQuery } from '$lib/queries/entry-search';

/** How long is waited, in milliseconds, before those pages are searched again that were taken in meanwhile. */
const MEANWHILE = 500;

/** The search of the open journal: it outlives the list, so that whoever comes back need not wait for it. */
let kept: { journal: Journal; searching: EntrySearch } | null = null;

/** Ends the search, with all it holds. */
export function endSearch(): void {
	kept?.searching.close();
	kept = null;
}

/** Returns the search of a journal, which ends with it. Throws a SearchError where it cannot be started. */
function searchOf(journal: Journal): EntrySearch {
	if (kept?.journal === journal) return kept.searching;
	endSearch();
	const searching = new EntrySearch();
	kept = { journal, searching };
	journal.closedSignal.addEventListener('abort', () => {
		searching.close();
		if (kept?.searching === searching) kept = null;
	});
	return searching;
}

/** Begins to take the pages in, so that the first letter need not wait; what goes wrong is said when it is typed. */
export function prepareSearch(journal: Journal): void {
	try {
		searchOf(journal)
			.sync(journal.entries)
			?.catch(() => undefined);
	} catch {
		// SearchError: `answersFor` throws it again.
	}
}

/**
 * Looks for pages among the entries of a journal. Gives the newest at once, and all of them once that is painted; while the search
 * still takes pages in, the same again, `soFar`. Another call ends the answers of the one before. Throws a
 * SearchError, and the next call begins anew.
 */
export async function* answersFor(
	journal: Journal,
	entries: readonly Entry[],
	sought: EntryQuery,
	signal: AbortSignal
): AsyncGenerator<Found & { soFar: boolean }, void> {
	const isOver = (): boolean => signal.aborted;
	try {
		const searching = searchOf(journal);
		for (;;) {
			const taken = searching.sync(entries);
			taken?.catch(() => undefined);
			for await (const found of searching.find(sought)) {
				yield { ...found, soFar: taken !== null };
				if (!found.whole) await nextPaint();
				if (isOver()) return;
			}
			if (taken === null || isOver()) return;
			await Promise.race([taken, new Promise((resolve) => setTimeout(resolve, MEANWHILE))]);
			if (isOver()) return;
		}
	} catch (error) {
		if (!isOver()) endSearch();
		throw error;
	}
}
