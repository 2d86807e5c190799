import type { Entry } from '$lib/model/entry';
import type { Journal } from '$lib/journal/journal.svelte';
import { nextPaint } from '$lib/work/next-paint';
import { EntrySearch, type SearchResult, type EntryQuery } from '$lib/queries/entry-search';

/** The delay, in milliseconds, before the search is repeated while entries are still being indexed. */
const REFRESH_DELAY_MS = 500;

/** The search of the open journal: it outlives the list, so that returning to it need not wait. */
let current: { journal: Journal; search: EntrySearch } | null = null;

/** Closes the search, and clears all it holds. */
export function closeSearch(): void {
	current?.search.close();
	current = null;
}

/** Returns the search of a journal, which is closed with it. Throws a SearchError if it cannot be started. */
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

/** Begins to index the entries, so that the first letter need not wait; errors are reported when it is typed. */
export function prepareSearch(journal: Journal): void {
	try {
		getSearch(journal)
			.sync(journal.entries)
			?.catch(() => undefined);
	} catch {
		// SearchError: `runSearch` throws it again.
	}
}

/**
 * Searches the entries of a journal. Yields the newest results at once, and all of them after the next paint; while
 * entries are still being indexed, the same again, `isPartial`. A newer search, or `signal`, ends this one. Throws a
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
