import { noFilter, isActive, type EntryFilter } from '$lib/queries/filter';
import type { Found } from '$lib/queries/entry-search';

/** All that was found, for which query and among which pages. */
interface Answer extends Found {
	query: string;
	narrowing: EntryFilter;
	/** Whether the search still takes pages in. */
	soFar: boolean;
}

/**
 * What is looked for in the journal, and what was found. Kept in memory while the app is open, so that whoever
 * comes back from a page finds their search, and no address and no history holds it.
 */
class LookingFor {
	query = $state('');
	narrowing = $state.raw<EntryFilter>(noFilter);
	/** Whether the ways to narrow it down are unfolded. */
	unfolded = $state(false);
	/** The last answer; null while nothing is looked for, and before the first. */
	answer = $state.raw<Answer | null>(null);
	/** The ids of the pages to list, newest first: at first as many as the screen holds. */
	listed = $state.raw<readonly string[] | null>(null);
	/** The words with small differences that were looked for as well. */
	nearWords = $state.raw<readonly string[]>([]);

	get something(): boolean {
		return this.query.trim() !== '' || isActive(this.narrowing);
	}

	narrow(change: Partial<EntryFilter>): void {
		this.narrowing = { ...this.narrowing, ...change };
	}

	/** Takes all that narrows it down off. */
	widen(): void {
		this.narrowing = noFilter;
	}

	/** Takes an answer, and lists all of it. */
	take(answer: Answer | null): void {
		this.answer = answer;
		this.listed = answer && answer.ids;
		this.nearWords = answer?.nearWords ?? [];
	}
}

export const lookingFor = new LookingFor();
