import { noFilter, isActive, type EntryFilter } from '$lib/queries/filter';
import type { SearchResult } from '$lib/queries/entry-search';

/** All results, with their query and the entries searched. */
interface SearchAnswer extends SearchResult {
	query: string;
	filter: EntryFilter;
	/** Whether entries are still being indexed. */
	isPartial: boolean;
}

/**
 * The search query and its results. Held in memory while the app is open, so that the search is still there on
 * returning from an entry, and no address and no history holds it.
 */
class SearchState {
	query = $state('');
	filter = $state.raw<EntryFilter>(noFilter);
	/** Whether the filter panel is open. */
	isFilterOpen = $state(false);
	/** The last answer; null while there is no search, and before the first answer. */
	answer = $state.raw<SearchAnswer | null>(null);
	/** The ids of the entries to list, newest first: at first as many as the screen holds. */
	listedIds = $state.raw<readonly string[] | null>(null);
	/** Similar words that were searched for as well. */
	nearWords = $state.raw<readonly string[]>([]);

	get isActive(): boolean {
		return this.query.trim() !== '' || isActive(this.filter);
	}

	setFilter(change: Partial<EntryFilter>): void {
		this.filter = { ...this.filter, ...change };
	}

	/** Clears all filters. */
	clearFilter(): void {
		this.filter = noFilter;
	}

	/** Sets an answer, and lists all of it. */
	setAnswer(answer: SearchAnswer | null): void {
		this.answer = answer;
		this.listedIds = answer && answer.ids;
		this.nearWords = answer?.fuzzyTerms ?? [];
	}
}

export const searchState = new SearchState();
