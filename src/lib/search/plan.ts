/*
 * A query in the numbers of a vocabulary: what a text must have, ready to be compared.
 */
import type { Clause } from './query';
import type { Vocabulary } from './vocabulary';

/** A word that occurs less often is looked for with small differences as well. */
const MIN_OCCURRENCES = 3;

/**
 * Up to fifteen clauses of a query. `bits` has a number for each word of the vocabulary: bit i if the word
 * fulfils clause i, bit 16 + i if it does with small differences. All bits of `needed` must come together.
 */
export interface Sieve {
	bits: Uint32Array;
	needed: number;
}

/** Words that must follow one another: the numbers that may stand at each place. */
export interface Run {
	places: { numbers: ReadonlySet<number>; glued: boolean }[];
}

/** What a text must have: the bits of every sieve, and every run. */
export interface Plan {
	sieves: Sieve[];
	runs: Run[];
	/** Of the numbers of each, one must be there; `occurrences` is how often they occur in all texts. */
	needs: { numbers: readonly number[]; occurrences: number }[];
	/** The words with small differences that are looked for as well, folded. */
	nearWords: string[];
}

const IN_ONE_SIEVE = 15;

/** Makes the plan for a query; null if no text can fulfil it. */
export function planFor(clauses: readonly Clause[], vocabulary: Vocabulary): Plan | null {
	const plan: Plan = { sieves: [], runs: [], needs: [], nearWords: [] };
	for (const [index, clause] of clauses.entries()) {
		const bit = index % IN_ONE_SIEVE;
		if (bit === 0) plan.sieves.push({ bits: new Uint32Array(vocabulary.size), needed: 0 });
		const sieve = plan.sieves.at(-1);
		if (!sieve) return null;
		const places = clause.words.map(({ term, glued }, place) => {
			const open = clause.open && place === clause.words.length - 1;
			const numbers = open ? vocabulary.beginningWith(term) : vocabulary.exactly(term);
			return { term, glued, numbers, occurrences: vocabulary.occurrences(numbers) };
		});
		const rarest = places.reduce((one, other) =>
			other.occurrences < one.occurrences ? other : one
		);
		const canDiffer =
			clause.open && clause.words.length === 1 && rarest.occurrences < MIN_OCCURRENCES;
		const near = canDiffer ? vocabulary.nearTo(rarest.term) : [];
		if (rarest.numbers.length + near.length === 0) return null;

		const numbers = [...rarest.numbers, ...near];
		if (near.length === 0) plan.needs.push(...places);
		else plan.needs.push({ numbers, occurrences: vocabulary.occurrences(numbers) });
		sieve.needed |= 1 << bit;
		addBit(sieve.bits, rarest.numbers, 1 << bit);
		addBit(sieve.bits, near, 1 << (bit + 16));
		plan.nearWords.push(...near.map((number) => vocabulary.term(number)));
		if (places.length > 1) {
			plan.runs.push({
				places: places.map(({ numbers, glued }) => ({ numbers: new Set(numbers), glued }))
			});
		}
	}
	return plan;
}

function addBit(bits: Uint32Array, numbers: readonly number[], bit: number): void {
	for (const number of numbers) bits[number] = (bits[number] ?? 0) | bit;
}
