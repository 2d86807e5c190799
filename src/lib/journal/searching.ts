/**
 * Finding pages by their words: the pages of an open journal, given to a search that lives in memory alone.
 * Hidden and sealed pages stay out of it.
 */
import { Search, type Found } from '$lib/search/search';
import type { Entry } from './entry';
import { sealState } from './sealed-until';

export { excerpt, marks, type Excerpt, type Found, type Mark } from '$lib/search/search';

export class Searching {
	readonly #search = new Search();
	/** The pages that are in it, as they were put there. */
	readonly #known = new Map<string, Entry>();

	/** Takes the pages as they are now: new and changed ones in, those that are gone or put away out. */
	async follow(entries: readonly Entry[]): Promise<void> {
		const open = entries.filter((entry) => !entry.hidden && sealState(entry) === 'open');
		const ids = new Set(open.map(({ id }) => id));
		const gone = [...this.#known.keys()].filter((id) => !ids.has(id));
		const fresh = open.filter((entry) => this.#known.get(entry.id) !== entry);
		for (const id of gone) this.#known.delete(id);
		for (const entry of fresh) this.#known.set(entry.id, entry);
		if (gone.length > 0) await this.#search.remove(gone);
		if (fresh.length > 0) await this.#search.put(fresh.map(asItem));
	}

	/** The newest pages first, and then all of them; a newer query ends an older one. */
	find(query: string, allowed: readonly string[] | null): AsyncGenerator<Found> {
		return this.#search.find(query, { limit: 60, allowed });
	}

	/** Ends it, with all it held. */
	close(): void {
		this.#search.close();
	}
}

/** What of a page is searched: its question as it was asked, its words, and the feelings named. */
function asItem(entry: Entry): { id: string; text: string; order: number } {
	const { id, question, words, written } = entry;
	const text = [question?.text ?? '', entry.text, words.join(', ')].join('\n');
	return { id, text, order: written.at };
}
