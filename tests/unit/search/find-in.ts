import { SearchIndex, type SearchItem } from '$lib/search/search-index';
import { planQuery } from '$lib/search/query-plan';
import { parseQuery } from '$lib/search/query';
import { Matcher } from '$lib/search/matcher';

/** Makes a corpus of texts; the later one in the list is the older one. */
export function corpusOf(texts: readonly string[]): SearchIndex {
	const corpus = new SearchIndex();
	corpus.put(
		texts.map((text, index) => ({ id: String(index), text, order: -index }) satisfies SearchItem)
	);
	return corpus;
}

/** Runs a query over a corpus to its end, as the worker does. */
export function findIn(
	corpus: SearchIndex,
	query: string,
	allowed: readonly string[] | null = null
): Matcher {
	const plan = planQuery(parseQuery(query), corpus.vocabulary);
	const scan = new Matcher(corpus, plan, allowed && new Set(allowed));
	scan.advance(Infinity);
	return scan;
}

/** Whether a text is found, without small differences. */
export function finds(text: string, query: string): boolean {
	const { ids, fuzzyMatches } = findIn(corpusOf([text]), query);
	return ids.length > fuzzyMatches.length;
}
