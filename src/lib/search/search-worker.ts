/*
 * Where texts are searched. They are kept as numbered words, in memory, and end with this worker.
 */
import { serveCalls } from '$lib/worker/worker';
import { Corpus, type Item } from './corpus';
import { planFor } from './plan';
import { parseQuery } from './query';
import { Scan } from './scan';
import type { FirstRequest, Found } from './search-result';

/** As many texts are looked at before a newer query may come in. */
const SLICE_SIZE = 4_000;

const corpus = new Corpus();
let allowed: ReadonlySet<string> | null = null;
let scan: Scan | null = null;

function found(by: Scan): Found {
	return { ids: by.ids, near: by.near, nearWords: by.nearWords, whole: by.done };
}

const calls = {
	put(items: readonly Item[]) {
		corpus.put(items);
		return Promise.resolve(true);
	},

	remove(ids: readonly string[]) {
		corpus.remove(ids);
		return Promise.resolve(true);
	},

	first({ query, limit, allowed: ids }: FirstRequest) {
		if (ids !== undefined) allowed = ids && new Set(ids);
		scan = new Scan(corpus, planFor(parseQuery(query), corpus.vocabulary), allowed);
		scan.advance(limit);
		return Promise.resolve(found(scan));
	},

	/** Finishes the query that was begun last; null if another begins meanwhile. */
	async rest(): Promise<Found | null> {
		const mine = scan;
		if (!mine) return null;
		while (!mine.done) {
			mine.advance(Infinity, SLICE_SIZE);
			await new Promise((resolve) => setTimeout(resolve));
			if (scan !== mine) return null;
		}
		return found(mine);
	}
};

serveCalls(calls);

/** What this worker serves. */
export type SearchCalls = typeof calls;
