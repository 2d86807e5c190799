/* The worker that searches texts. They are held as numbered words, in memory, and end with this worker. */
import { serveCalls } from '$lib/worker/worker';
import { SearchIndex, type SearchItem } from './search-index';
import { planQuery } from './query-plan';
import { parseQuery } from './query';
import { Matcher } from './matcher';
import type { FindRequest, SearchResult } from './search-result';

/** The number of texts that are checked before a newer query may interrupt. */
const SLICE_SIZE = 4_000;

const index = new SearchIndex();
let allowedIds: ReadonlySet<string> | null = null;
let matcher: Matcher | null = null;

function resultOf(from: Matcher): SearchResult {
	return {
		ids: from.ids,
		fuzzyMatches: from.fuzzyMatches,
		fuzzyTerms: from.fuzzyTerms,
		isComplete: from.isDone
	};
}

const calls = {
	put(docs: readonly SearchItem[]) {
		index.put(docs);
		return Promise.resolve(true);
	},

	remove(ids: readonly string[]) {
		index.remove(ids);
		return Promise.resolve(true);
	},

	findFirst({ query, limit, allowedIds: newAllowedIds }: FindRequest) {
		if (newAllowedIds !== undefined) allowedIds = newAllowedIds && new Set(newAllowedIds);
		matcher = new Matcher(index, planQuery(parseQuery(query), index.vocabulary), allowedIds);
		matcher.advance(limit);
		return Promise.resolve(resultOf(matcher));
	},

	/** Finishes the latest query; null if another begins meanwhile. */
	async findRest(): Promise<SearchResult | null> {
		const current = matcher;
		if (!current) return null;
		while (!current.isDone) {
			current.advance(Infinity, SLICE_SIZE);
			await new Promise((resolve) => setTimeout(resolve));
			if (matcher !== current) return null;
		}
		return resultOf(current);
	}
};

serveCalls(calls);

/** The calls that this worker serves. */
export type SearchCalls = typeof calls;
