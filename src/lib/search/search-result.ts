/** The result of a query. */
export interface SearchResult {
	/** The ids that were found, newest first. */
	ids: string[];
	/** Those of `ids` that were found with small differences alone. */
	fuzzyMatches: string[];
	/** The words with small differences that were looked for as well, normalised; `firstHighlights` takes them. */
	fuzzyTerms: string[];
	/** Whether these are all results, so that their number is the total. */
	isComplete: boolean;
}

/** The request to the worker; `allowed` is left out where it has not changed. */
export interface FindRequest {
	query: string;
	limit: number;
	allowedIds?: readonly string[] | null;
}
