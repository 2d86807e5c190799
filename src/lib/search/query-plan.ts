/* The planning of a query: what a text must contain, in the numbers of a vocabulary, ready to be compared. */
import type { Clause } from './query';
import type { Vocabulary } from './vocabulary';

/** A word that occurs less often than this is looked for with small differences as well. */
const MIN_OCCURRENCES = 3;

/**
 * A filter for up to fifteen clauses of a query. `bits` has a number for each word of the vocabulary: bit i if the word
 * fulfils clause i, bit 16 + i if it does with small differences. A text must have all bits of `requiredBits`.
 */
export interface BitmaskFilter {
	masks: Uint32Array;
	requiredBits: number;
}

/** Words that must follow one another: the numbers that are possible at each position. */
export interface Phrase {
	positions: { termIds: ReadonlySet<number>; isAdjacent: boolean }[];
}

/** The plan of a query: a text must have the bits of every filter, and every phrase. */
export interface QueryPlan {
	filters: BitmaskFilter[];
	phrases: Phrase[];
	/** One of the numbers of each must be there; `occurrences` is how often they occur in all texts. */
	requiredTerms: { termIds: readonly number[]; occurrences: number }[];
	/** The words with small differences that are looked for as well, normalised. */
	fuzzyTerms: string[];
}

const BITS_PER_FILTER = 15;

/** Makes the plan for a query; null if no text can fulfil it. */
export function planQuery(clauses: readonly Clause[], vocabulary: Vocabulary): QueryPlan | null {
	const plan: QueryPlan = { filters: [], phrases: [], requiredTerms: [], fuzzyTerms: [] };
	for (const [index, clause] of clauses.entries()) {
		const bit = index % BITS_PER_FILTER;
		if (bit === 0) plan.filters.push({ masks: new Uint32Array(vocabulary.size), requiredBits: 0 });
		const filter = plan.filters.at(-1);
		if (!filter) return null;
		const positions = clause.words.map(({ term, isAdjacent }, position) => {
			const isPrefix = clause.isPrefix && position === clause.words.length - 1;
			const termIds = isPrefix ? vocabulary.findByPrefix(term) : vocabulary.findExact(term);
			return { term, isAdjacent, termIds, occurrences: vocabulary.countOccurrences(termIds) };
		});
		const rarest = positions.reduce((one, other) =>
			other.occurrences < one.occurrences ? other : one
		);
		const canBeFuzzy =
			clause.isPrefix && clause.words.length === 1 && rarest.occurrences < MIN_OCCURRENCES;
		const fuzzyIds = canBeFuzzy ? vocabulary.findFuzzy(rarest.term) : [];
		if (rarest.termIds.length + fuzzyIds.length === 0) return null;

		const termIds = [...rarest.termIds, ...fuzzyIds];
		if (fuzzyIds.length === 0) plan.requiredTerms.push(...positions);
		else plan.requiredTerms.push({ termIds, occurrences: vocabulary.countOccurrences(termIds) });
		filter.requiredBits |= 1 << bit;
		addBit(filter.masks, rarest.termIds, 1 << bit);
		addBit(filter.masks, fuzzyIds, 1 << (bit + 16));
		plan.fuzzyTerms.push(...fuzzyIds.map((termId) => vocabulary.term(termId)));
		if (positions.length > 1) {
			plan.phrases.push({
				positions: positions.map(({ termIds: ids, isAdjacent }) => ({
					termIds: new Set(ids),
					isAdjacent
				}))
			});
		}
	}
	return plan;
}

function addBit(masks: Uint32Array, termIds: readonly number[], bit: number): void {
	for (const termId of termIds) masks[termId] = (masks[termId] ?? 0) | bit;
}
