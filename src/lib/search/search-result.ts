/** What a query found. */
export interface SearchResult {
	/** Newest first. */
	ids: string[];
	/** Those of `ids` that were found with small differences alone. */
	fuzzyMatches: string[];
	/** The words with small differences that were looked for as well, folded; `marks` takes them. */
	fuzzyTerms: string[];
	/** Whether these are all, so that their number is the count. */
	isComplete: boolean;
}

/** What the worker is asked for; `allowed` is left out where it is as before. */
export interface FindRequest {
	query: string;
	limit: number;
	allowedIds?: readonly string[] | null;
}
