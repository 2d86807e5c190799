/**
 * Finding pages by their words: the pages of an open journal, given to a search that lives in memory alone.
 * Hidden and sealed pages stay out of it.
 */
import { Search, type Found } from '$lib/search/search';
import type { Entry } from './entry';
import { shown } from './looking-back';
import { searchedText } from './searched-text';

export { firstMarks, MOST_MARKS, type Found, type Mark } from '$lib/search/search';

/** What is to be found. */
export interface SoughtPages {
	query: string;
	/** The ids of the pages that may be found; null for all. Other pages are another array. */
	allowed: readonly string[] | null;
	/** As many pages at most are in the first answer. */
	first: number;
}

export class Searching {
	readonly #search = new Search();
	/** The pages as they were followed last. */
	#followed: readonly Entry[] = [];
	#taking: Promise<unknown> | null = null;

	/**
	 * Takes the pages as they are now, as a journal lists them: new and changed ones in, those that are gone or
	 * put away out. Returns null if all of them can be found already, else a promise of that; those that were
	 * there before can be found meanwhile.
	 */
	follow(entries: readonly Entry[]): Promise<unknown> | null {
		if (entries === this.#followed) return this.#taking;
		const { gone, fresh } = difference(this.#followed, entries);
		this.#followed = entries;
		if (gone.length + fresh.length === 0) return this.#taking;
		// What was begun before comes first, in the search as well.
		const taking = Promise.all([
			gone.length > 0 && this.#search.remove(gone),
			fresh.length > 0 && this.#search.put(items(fresh))
		]).then(() => {
			if (this.#taking === taking) this.#taking = null;
		});
		this.#taking = taking;
		return taking;
	}

	/** The newest pages first, and then all of them; a newer query ends an older one. */
	find({ query, allowed, first }: SoughtPages): AsyncGenerator<Found> {
		return this.#search.find(query, { limit: first, allowed });
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
function difference(
	before: readonly Entry[],
	now: readonly Entry[]
): { gone: string[]; fresh: Entry[] } {
	const most = Math.min(before.length, now.length);
	let start = 0;
	while (start < most && before[start] === now[start]) start += 1;
	let end = 0;
	while (end < most - start && before.at(-1 - end) === now.at(-1 - end)) end += 1;
	const known = new Map(
		shown(before.slice(start, before.length - end)).map((entry) => [entry.id, entry])
	);
	const fresh: Entry[] = [];
	for (const entry of shown(now.slice(start, now.length - end))) {
		if (known.get(entry.id) !== entry) fresh.push(entry);
		known.delete(entry.id);
	}
	return { gone: [...known.keys()], fresh };
}

/** Made one by one as they are sent, so that thousands at once do not hold the page up. */
function* items(entries: readonly Entry[]): Generator<{ id: string; text: string; order: number }> {
	for (const entry of entries) {
		yield { id: entry.id, text: searchedText(entry), order: entry.written.at };
	}
}
