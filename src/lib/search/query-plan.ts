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
	bits: Uint32Array;
	requiredBits: number;
}

/** Words that must follow one another: the numbers that are possible at each position. */
export interface Phrase {
	positions: { numbers: ReadonlySet<number>; glued: boolean }[];
}

/** The plan of a query: a text must have the bits of every filter, and every phrase. */
export interface QueryPlan {
	filters: BitmaskFilter[];
	phrases: Phrase[];
	/** One of the numbers of each must be there; `occurrences` is how often they occur in all texts. */
	requiredTerms: { numbers: readonly number[]; occurrences: number }[];
	/** The words with small differences that are looked for as well, normalised. */
	nearWords: string[];
}

const BITS_PER_FILTER = 15;

/** Makes the plan for a query; null if no text can fulfil it. */
export function planQuery(clauses: readonly Clause[], vocabulary: Vocabulary): QueryPlan | null {
	const plan: QueryPlan = { filters: [], phrases: [], requiredTerms: [], nearWords: [] };
	for (const [index, clause] of clauses.entries()) {
		const bit = index % BITS_PER_FILTER;
		if (bit === 0) plan.filters.push({ bits: new Uint32Array(vocabulary.size), requiredBits: 0 });
		const sieve = plan.filters.at(-1);
		if (!sieve) return null;
		const places = clause.words.map(({ term, isAdjacent }, place) => {
			const open = clause.isPrefix && place === clause.words.length - 1;
			const numbers = open ? vocabulary.beginningWith(term) : vocabulary.exactly(term);
			return { term, glued: isAdjacent, numbers, occurrences: vocabulary.occurrences(numbers) };
		});
		const rarest = places.reduce((one, other) =>
			other.occurrences < one.occurrences ? other : one
		);
		const canDiffer =
			clause.isPrefix && clause.words.length === 1 && rarest.occurrences < MIN_OCCURRENCES;
		const near = canDiffer ? vocabulary.nearTo(rarest.term) : [];
		if (rarest.numbers.length + near.length === 0) return null;

		const numbers = [...rarest.numbers, ...near];
		if (near.length === 0) plan.requiredTerms.push(...places);
		else plan.requiredTerms.push({ numbers, occurrences: vocabulary.occurrences(numbers) });
		sieve.requiredBits |= 1 << bit;
		addBit(sieve.bits, rarest.numbers, 1 << bit);
		addBit(sieve.bits, near, 1 << (bit + 16));
		plan.nearWords.push(...near.map((number) => vocabulary.term(number)));
		if (places.length > 1) {
			plan.phrases.push({
				positions: places.map(({ numbers, glued }) => ({ numbers: new Set(numbers), glued }))
			});
		}
	}
	return plan;
}

function addBit(bits: Uint32Array, numbers: readonly number[], bit: number): void {
	for (const number of numbers) bits[number] = (bits[number] ?? 0) | bit;
}
