import { Corpus, type Item } from '$lib/search/corpus';
import { planFor } from '$lib/search/plan';
import { parseQuery } from '$lib/search/query';
import { Scan } from '$lib/search/scan';

/** Makes a corpus of texts; the later one in the list is the older one. */
export function corpusOf(texts: readonly string[]): Corpus {
	const corpus = new Corpus();
	corpus.put(
		texts.map((text, index) => ({ id: String(index), text, order: -index }) satisfies Item)
	);
	return corpus;
}

/** Runs a query over a corpus to its end, as the worker does. */
export function findIn(
	corpus: Corpus,
	query: string,
	allowed: readonly string[] | null = null
): Scan {
	const plan = planFor(parseQuery(query), corpus.vocabulary);
	const scan = new Scan(corpus, plan, allowed && new Set(allowed));
	scan.advance(Infinity);
	return scan;
}

/** Whether a text is found, without small differences. */
export function finds(text: string, query: string): boolean {
	const { ids, near } = findIn(corpusOf([text]), query);
	return ids.length > near.length;
}
