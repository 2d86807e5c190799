import { noFilter, isActive, type EntryFilter } from '$lib/queries/filter';
import type { SearchResult } from '$lib/queries/entry-search';

/** All that was found, for which query and among which pages. */
interface SearchAnswer extends SearchResult {
	query: string;
	filter: EntryFilter;
	/** Whether the search still takes pages in. */
	isPartial: boolean;
}

/**
 * What is looked for in the journal, and what was found. Kept in memory while the app is open, so that whoever
 * comes back from a page finds their search, and no address and no history holds it.
 */
class SearchState {
	query = $state('');
	filter = $state.raw<EntryFilter>(noFilter);
	/** Whether the ways to narrow it down are unfolded. */
	isFilterOpen = $state(false);
	/** The last answer; null while nothing is looked for, and before the first. */
	answer = $state.raw<SearchAnswer | null>(null);
	/** The ids of the pages to list, newest first: at first as many as the screen holds. */
	listedIds = $state.raw<readonly string[] | null>(null);
	/** The words with small differences that were looked for as well. */
	nearWords = $state.raw<readonly string[]>([]);

	get isActive(): boolean {
		return this.query.trim() !== '' || isActive(this.filter);
	}

	setFilter(change: Partial<EntryFilter>): void {
		this.filter = { ...this.filter, ...change };
	}

	/** Takes all that narrows it down off. */
	clearFilter(): void {
		this.filter = noFilter;
	}

	/** Takes an answer, and lists all of it. */
	setAnswer(answer: SearchAnswer | null): void {
		this.answer = answer;
		this.listedIds = answer && answer.ids;
		this.nearWords = answer?.fuzzyTerms ?? [];
	}
}

export const searchState = new SearchState();
