/* The worker that searches texts. They are held as numbered words, in memory, and end with this worker. */
import { serveCalls } from '$lib/worker/worker';
import { SearchIndex, type SearchItem } from './search-index';
import { planQuery } from './query-plan';
import { parseQuery } from './query';
import { Matcher } from './matcher';
import type { FirstRequest, SearchResult } from './search-result';

/** The number of texts that are checked before a newer query may interrupt. */
const SLICE_SIZE = 4_000;

const index = new SearchIndex();
let allowed: ReadonlySet<string> | null = null;
let scan: Matcher | null = null;

function resultOf(by: Matcher): SearchResult {
	return { ids: by.ids, near: by.near, nearWords: by.nearWords, isComplete: by.done };
}

const calls = {
	put(items: readonly SearchItem[]) {
		index.put(items);
		return Promise.resolve(true);
	},

	remove(ids: readonly string[]) {
		index.remove(ids);
		return Promise.resolve(true);
	},

	first({ query, limit, allowed: ids }: FirstRequest) {
		if (ids !== undefined) allowed = ids && new Set(ids);
		scan = new Matcher(index, planQuery(parseQuery(query), index.vocabulary), allowed);
		scan.advance(limit);
		return Promise.resolve(resultOf(scan));
	},

	/** Finishes the latest query; null if another begins meanwhile. */
	async rest(): Promise<SearchResult | null> {
		const mine = scan;
		if (!mine) return null;
		while (!mine.done) {
			mine.advance(Infinity, SLICE_SIZE);
			await new Promise((resolve) => setTimeout(resolve));
			if (scan !== mine) return null;
		}
		return resultOf(mine);
	}
};

serveCalls(calls);

/** The calls that this worker serves. */
export type SearchCalls = typeof calls;
