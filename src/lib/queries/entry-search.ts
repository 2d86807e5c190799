/**
 * Full-text search over the entries of an open journal, in memory alone. Hidden and time-locked entries are not
 * searched.
 */
import { Search, type SearchResult } from '$lib/search/search';
import type { Entry } from '$lib/model/entry';
import { visibleEntries } from './statistics';
import { searchableText } from './searchable-text';

export {
	firstHighlights,
	MAX_HIGHLIGHTS,
	type SearchResult,
	type Highlight
} from '$lib/search/search';

/** A search query. */
export interface EntryQuery {
	query: string;
	/** The ids of the entries that may be found; null for all. A changed set is a new array. */
	allowedIds: readonly string[] | null;
	/** The most entries in the first result. */
	limit: number;
}

export class EntrySearch {
	readonly #search = new Search();
	/** The entries as of the last `sync`. */
	#synced: readonly Entry[] = [];
	#indexing: Promise<unknown> | null = null;

	/**
	 * Updates the index to the entries as a journal lists them now: adds new and changed ones, removes those that are
	 * gone, hidden or time-locked. Returns null if all can be found already, else a promise of that; those that were
	 * there before can be found meanwhile.
	 */
	sync(entries: readonly Entry[]): Promise<unknown> | null {
		if (entries === this.#synced) return this.#indexing;
		const { removedIds, added } = diffEntries(this.#synced, entries);
		this.#synced = entries;
		if (removedIds.length + added.length === 0) return this.#indexing;
		// The search, too, runs changes in the order in which they were begun.
		const indexing = Promise.all([
			removedIds.length > 0 && this.#search.remove(removedIds),
			added.length > 0 && this.#search.put(toDocs(added))
		]).then(() => {
			if (this.#indexing === indexing) this.#indexing = null;
		});
		this.#indexing = indexing;
		return indexing;
	}

	/** Yields the newest entries first, and then all of them; a newer query ends an older one. */
	find({ query, allowedIds, limit }: EntryQuery): AsyncGenerator<SearchResult> {
		return this.#search.find(query, { limit, allowedIds });
	}

	/** Closes the search, with all it held. */
	close(): void {
		this.#search.close();
	}
}

/**
 * Compares two lists of entries: returns which cannot be found any more, and which are new or changed. A list of
 * thousands mostly begins and ends as it did before, so only the part between is compared.
 */
function diffEntries(
	before: readonly Entry[],
	now: readonly Entry[]
): { removedIds: string[]; added: Entry[] } {
	const limit = Math.min(before.length, now.length);
	let start = 0;
	while (start < limit && before[start] === now[start]) start += 1;
	let end = 0;
	while (end < limit - start && before.at(-1 - end) === now.at(-1 - end)) end += 1;
	const known = new Map(
		visibleEntries(before.slice(start, before.length - end)).map((entry) => [entry.id, entry])
	);
	const added: Entry[] = [];
	for (const entry of visibleEntries(now.slice(start, now.length - end))) {
		if (known.get(entry.id) !== entry) added.push(entry);
		known.delete(entry.id);
	}
	return { removedIds: [...known.keys()], added };
}

/** Yields the documents one by one as they are sent, so that thousands at once do not block the page. */
function* toDocs(
	entries: readonly Entry[]
): Generator<{ id: string; text: string; order: number }> {
	for (const entry of entries) {
		yield { id: entry.id, text: searchableText(entry), order: entry.written.at };
	}
}
