/**
 * Full-text search over the entries of an open journal, in memory alone. Hidden and time-locked entries are not
 * searched.
 */
import { Search, SearchError, type SearchResult } from '$lib/search/search';
import type { Entry } from '$lib/model/entry';
import { nextPaint } from '$lib/work/next-paint';
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

/** A result, which is partial while entries are still being indexed. */
export interface EntryResult extends SearchResult {
	isPartial: boolean;
}

/** What is searched: the entries as a journal lists them now, until it is closed. */
export interface SearchableJournal {
	readonly entries: readonly Entry[];
	readonly closedSignal: AbortSignal;
}

/** The delay, in milliseconds, before a search is repeated while entries are still being indexed. */
const REFRESH_DELAY_MS = 500;

/** The searches of journals: they outlive the list of entries, so that returning to it need not wait. */
const searches = new WeakMap<SearchableJournal, EntrySearch>();

/** Returns the search of a journal, which is closed with it. */
export function searchOf(journal: SearchableJournal): EntrySearch {
	const search = searches.get(journal) ?? new EntrySearch(journal);
	searches.set(journal, search);
	return search;
}

export class EntrySearch {
	readonly #journal: SearchableJournal;
	/** The index; null before the first use, and once it was closed or failed. */
	#search: Search | null = null;
	/** The entries as of the last `sync`. */
	#synced: readonly Entry[] = [];
	#indexing: Promise<unknown> | null = null;

	constructor(journal: SearchableJournal) {
		this.#journal = journal;
		journal.closedSignal.addEventListener('abort', () => this.close());
	}

	/**
	 * Updates the index to the entries of the journal: adds new and changed ones, removes those that are gone, hidden or
	 * time-locked. Returns null if all can be found already, else a promise of that; those that were there before can be
	 * found meanwhile. Throws or rejects with a SearchError.
	 */
	sync(): Promise<unknown> | null {
		const { entries } = this.#journal;
		const search = this.#open();
		if (entries === this.#synced) return this.#indexing;
		const { removedIds, added } = diffEntries(this.#synced, entries);
		this.#synced = entries;
		if (removedIds.length + added.length === 0) return this.#indexing;
		// The search, too, runs changes in the order in which they were begun.
		const indexing = Promise.all([
			removedIds.length > 0 && search.remove(removedIds),
			added.length > 0 && search.put(toDocs(added))
		]).then(() => {
			if (this.#indexing === indexing) this.#indexing = null;
		});
		this.#indexing = indexing;
		return indexing;
	}

	/** Begins to index the entries, so that the first letter need not wait; `find` reports errors. */
	prepare(): void {
		try {
			this.sync()?.catch(() => undefined);
		} catch {
			// A SearchError, which `find` throws again.
		}
	}

	/**
	 * Yields the newest results at once, and all of them after the next paint; while entries are still being indexed, the
	 * same again. Ends with `signal`, or when a newer query begins. Throws a SearchError, after which the next call begins
	 * with a new index.
	 */
	async *find(
		{ query, limit, allowedIds }: EntryQuery,
		signal: AbortSignal
	): AsyncGenerator<EntryResult, void> {
		try {
			for (;;) {
				const indexing = this.sync();
				indexing?.catch(() => undefined);
				let isComplete = false;
				for await (const result of this.#open().find(query, { limit, allowedIds, signal })) {
					yield { ...result, isPartial: indexing !== null };
					({ isComplete } = result);
					if (!isComplete) await nextPaint();
				}
				if (indexing === null || !isComplete) return;
				await Promise.race([
					indexing,
					new Promise((resolve) => setTimeout(resolve, REFRESH_DELAY_MS))
				]);
				if (signal.aborted) return;
			}
		} catch (error) {
			if (!signal.aborted) this.close();
			throw error;
		}
	}

	/** Closes the index, with all it held. */
	close(): void {
		this.#search?.close();
		this.#search = null;
		this.#synced = [];
		this.#indexing = null;
	}

	/** Throws a SearchError `closed` if the journal is closed, `no-worker` where no worker can be started. */
	#open(): Search {
		if (this.#journal.closedSignal.aborted) {
			throw new SearchError('closed', 'the journal was closed');
		}
		this.#search ??= new Search();
		return this.#search;
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
