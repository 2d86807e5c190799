import type { Entry } from '$lib/model/entry';
import type { Journal } from '$lib/journal/journal.svelte';
import { nextPaint } from '$lib/work/next-paint';
import { EntrySearch, type SearchResult, type EntryQuery } from '$lib/queries/entry-search';

/** How long is waited, in milliseconds, before those pages are searched again that were taken in meanwhile. */
const REFRESH_DELAY_MS = 500;

/** The search of the open journal: it outlives the list, so that whoever comes back need not wait for it. */
let current: { journal: Journal; search: EntrySearch } | null = null;

/** Ends the search, with all it holds. */
export function closeSearch(): void {
	current?.search.close();
	current = null;
}

/** Returns the search of a journal, which ends with it. Throws a SearchError where it cannot be started. */
function getSearch(journal: Journal): EntrySearch {
	if (current?.journal === journal) return current.search;
	closeSearch();
	const search = new EntrySearch();
	current = { journal, search };
	journal.closedSignal.addEventListener('abort', () => {
		search.close();
		if (current?.search === search) current = null;
	});
	return search;
}

/** Begins to take the pages in, so that the first letter need not wait; what goes wrong is said when it is typed. */
export function prepareSearch(journal: Journal): void {
	try {
		getSearch(journal)
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
export async function* runSearch(
	journal: Journal,
	entries: readonly Entry[],
	query: EntryQuery,
	signal: AbortSignal
): AsyncGenerator<SearchResult & { isPartial: boolean }, void> {
	const isCancelled = (): boolean => signal.aborted;
	try {
		const search = getSearch(journal);
		for (;;) {
			const indexing = search.sync(entries);
			indexing?.catch(() => undefined);
			for await (const found of search.find(query)) {
				yield { ...found, isPartial: indexing !== null };
				if (!found.isComplete) await nextPaint();
				if (isCancelled()) return;
			}
			if (indexing === null || isCancelled()) return;
			await Promise.race([
				indexing,
				new Promise((resolve) => setTimeout(resolve, REFRESH_DELAY_MS))
			]);
			if (isCancelled()) return;
		}
	} catch (error) {
		if (!isCancelled()) closeSearch();
		throw error;
	}
}
