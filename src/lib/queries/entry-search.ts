/**
 * Finding pages by their words: the pages of an open journal, given to a search that lives in memory alone.
 * Hidden and sealed pages stay out of it.
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

/** What is to be found. */
export interface EntryQuery {
	query: string;
	/** The ids of the pages that may be found; null for all. Other pages are another array. */
	allowedIds: readonly string[] | null;
	/** As many pages at most are in the first answer. */
	limit: number;
}

export class EntrySearch {
	readonly #search = new Search();
	/** The pages as they were followed last. */
	#synced: readonly Entry[] = [];
	#indexing: Promise<unknown> | null = null;

	/**
	 * Takes the pages as they are now, as a journal lists them: new and changed ones in, those that are gone or
	 * put away out. Returns null if all of them can be found already, else a promise of that; those that were
	 * there before can be found meanwhile.
	 */
	sync(entries: readonly Entry[]): Promise<unknown> | null {
		if (entries === this.#synced) return this.#indexing;
		const { removedIds, added } = diffEntries(this.#synced, entries);
		this.#synced = entries;
		if (removedIds.length + added.length === 0) return this.#indexing;
		// What was begun before comes first, in the search as well.
		const indexing = Promise.all([
			removedIds.length > 0 && this.#search.remove(removedIds),
			added.length > 0 && this.#search.put(toDocs(added))
		]).then(() => {
			if (this.#indexing === indexing) this.#indexing = null;
		});
		this.#indexing = indexing;
		return indexing;
	}

	/** The newest pages first, and then all of them; a newer query ends an older one. */
	find({ query, allowedIds, limit }: EntryQuery): AsyncGenerator<SearchResult> {
		return this.#search.find(query, { limit, allowedIds });
	}

	/** Ends it, with all it held. */
	close(): void {
		this.#search.close();
	}
}

/**
 * What became of a list of pages: which cannot be found any more, and which can be found anew. A list of
 * thousands mostly ends or begins as it did before, so only what lies between is looked at.
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

/** Made one by one as they are sent, so that thousands at once do not hold the page up. */
function* toDocs(
	entries: readonly Entry[]
): Generator<{ id: string; text: string; order: number }> {
	for (const entry of entries) {
		yield { id: entry.id, text: searchableText(entry), order: entry.written.at };
	}
}
