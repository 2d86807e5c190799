/* Matches one query against the texts of the index, newest first. It can stop after any text and go on later. */
import type { SearchIndex } from './search-index';
import type { QueryPlan, Phrase, BitmaskFilter } from './query-plan';
import { ADJACENT_FLAG, INSIDE_FLAG, TERM_MASK } from './token-store';

/** How well a text matches a plan. */
const NO_MATCH = 0;
const NEAR_MATCH = 1;
const EXACT_MATCH = 2;

export class Matcher {
	/** The ids found so far, newest first. */
	readonly ids: string[] = [];
	/** Those of `ids` that were found with small differences alone. */
	readonly fuzzyMatches: string[] = [];
	readonly #index: SearchIndex;
	readonly #plan: QueryPlan | null;
	readonly #allowedIds: ReadonlySet<string> | null;
	readonly #docs: readonly number[];
	#next = 0;

	/** `allowed` are the only ids that may be found; null for all. */
	constructor(index: SearchIndex, plan: QueryPlan | null, allowed: ReadonlySet<string> | null) {
		this.#index = index;
		this.#plan = plan;
		this.#allowedIds = allowed;
		this.#docs = plan ? docsFor(index, plan) : [];
	}

	/** The words with small differences that are looked for, normalised. */
	get fuzzyTerms(): string[] {
		return this.#plan?.fuzzyTerms ?? [];
	}

	/** Whether every text was checked. */
	get isDone(): boolean {
		return this.#next >= this.#docs.length;
	}

	/** Goes on until `limit` ids were found in all, or `texts` texts were checked in this call. */
	advance(limit: number, maxDocs = Infinity): void {
		const end = Math.min(this.#docs.length, this.#next + maxDocs);
		while (this.#next < end && this.ids.length < limit) {
			const doc = this.#docs[this.#next] ?? 0;
			this.#next += 1;
			if (this.#index.isRemoved(doc)) continue;
			const id = this.#index.id(doc);
			if (this.#allowedIds && !this.#allowedIds.has(id)) continue;
			const match = this.#match(doc);
			if (match === NO_MATCH) continue;
			this.ids.push(id);
			if (match === NEAR_MATCH) this.fuzzyMatches.push(id);
		}
	}

	#match(doc: number): number {
		const { words: tokens } = this.#index.tokens;
		const start = this.#index.tokens.startOf(doc);
		const end = start + this.#index.tokens.lengthOf(doc);
		const { filters, phrases } = this.#plan ?? { filters: [], phrases: [] };
		let match = EXACT_MATCH;
		for (const filter of filters) {
			match = Math.min(match, passesFilter(filter, tokens, start, end));
			if (match === NO_MATCH) return NO_MATCH;
		}
		return phrases.every((phrase) => hasPhrase(phrase, tokens, start, end)) ? match : NO_MATCH;
	}
}

/** Returns the texts to check. A term that nearly every text has excludes none, and is not looked up. */
function docsFor(index: SearchIndex, { requiredTerms }: QueryPlan): readonly number[] {
	const all = index.newestFirst();
	const selective = requiredTerms.filter(({ occurrences }) => occurrences < all.length);
	return selective.length > 0
		? index.newestContaining(selective.map(({ termIds }) => termIds))
		: all;
}

function passesFilter(
	{ masks, requiredBits }: BitmaskFilter,
	tokens: Uint32Array,
	start: number,
	end: number
): number {
	let seen = 0;
	for (let index = start; index < end; index += 1) {
		seen |= masks[(tokens[index] ?? 0) & TERM_MASK] ?? 0;
		if ((seen & requiredBits) === requiredBits) return EXACT_MATCH;
	}
	return ((seen | (seen >>> 16)) & requiredBits) === requiredBits ? NEAR_MATCH : NO_MATCH;
}

/** Whether the positions of a phrase follow one another somewhere. It may begin inside a joined word. */
function hasPhrase(
	{ positions }: Phrase,
	tokens: Uint32Array,
	start: number,
	end: number
): boolean {
	for (let first = start; first < end; first += 1) {
		let index = first;
		let position = 0;
		while (index < end && position < positions.length) {
			const wanted = positions[position];
			const token = tokens[index] ?? 0;
			if (!wanted?.termIds.has(token & TERM_MASK)) break;
			if (position > 0 && wanted.isAdjacent && !(token & ADJACENT_FLAG)) break;
			position += 1;
			index += 1;
			while (index < end && (tokens[index] ?? 0) & INSIDE_FLAG) index += 1;
		}
		if (position === positions.length) return true;
	}
	return false;
}
