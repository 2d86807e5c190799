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
	readonly near: string[] = [];
	readonly #index: SearchIndex;
	readonly #plan: QueryPlan | null;
	readonly #allowed: ReadonlySet<string> | null;
	readonly #docs: readonly number[];
	#next = 0;

	/** `allowed` are the only ids that may be found; null for all. */
	constructor(corpus: SearchIndex, plan: QueryPlan | null, allowed: ReadonlySet<string> | null) {
		this.#index = corpus;
		this.#plan = plan;
		this.#allowed = allowed;
		this.#docs = plan ? docsFor(corpus, plan) : [];
	}

	/** The words with small differences that are looked for, normalised. */
	get nearWords(): string[] {
		return this.#plan?.nearWords ?? [];
	}

	/** Whether every text was checked. */
	get done(): boolean {
		return this.#next >= this.#docs.length;
	}

	/** Goes on until `limit` ids were found in all, or `texts` texts were checked in this call. */
	advance(limit: number, texts = Infinity): void {
		const end = Math.min(this.#docs.length, this.#next + texts);
		while (this.#next < end && this.ids.length < limit) {
			const slot = this.#docs[this.#next] ?? 0;
			this.#next += 1;
			if (this.#index.isRemoved(slot)) continue;
			const id = this.#index.id(slot);
			if (this.#allowed && !this.#allowed.has(id)) continue;
			const how = this.#match(slot);
			if (how === NO_MATCH) continue;
			this.ids.push(id);
			if (how === NEAR_MATCH) this.near.push(id);
		}
	}

	#match(slot: number): number {
		const { words } = this.#index.tokens;
		const start = this.#index.tokens.start(slot);
		const end = start + this.#index.tokens.length(slot);
		const { filters, phrases } = this.#plan ?? { filters: [], phrases: [] };
		let how = EXACT_MATCH;
		for (const sieve of filters) {
			how = Math.min(how, passesFilter(sieve, words, start, end));
			if (how === NO_MATCH) return NO_MATCH;
		}
		return phrases.every((run) => hasPhrase(run, words, start, end)) ? how : NO_MATCH;
	}
}

/** Returns the texts to check. A term that nearly every text has excludes none, and is not looked up. */
function docsFor(corpus: SearchIndex, { requiredTerms }: QueryPlan): readonly number[] {
	const all = corpus.newestFirst();
	const telling = requiredTerms.filter(({ occurrences }) => occurrences < all.length);
	return telling.length > 0 ? corpus.newestWith(telling.map(({ numbers }) => numbers)) : all;
}

function passesFilter(
	{ bits, requiredBits }: BitmaskFilter,
	words: Uint32Array,
	start: number,
	end: number
): number {
	let seen = 0;
	for (let at = start; at < end; at += 1) {
		seen |= bits[(words[at] ?? 0) & TERM_MASK] ?? 0;
		if ((seen & requiredBits) === requiredBits) return EXACT_MATCH;
	}
	return ((seen | (seen >>> 16)) & requiredBits) === requiredBits ? NEAR_MATCH : NO_MATCH;
}

/** Whether the positions of a phrase follow one another somewhere. It may begin inside a joined word. */
function hasPhrase({ positions }: Phrase, words: Uint32Array, start: number, end: number): boolean {
	for (let first = start; first < end; first += 1) {
		let at = first;
		let place = 0;
		while (at < end && place < positions.length) {
			const wanted = positions[place];
			const word = words[at] ?? 0;
			if (!wanted?.numbers.has(word & TERM_MASK)) break;
			if (place > 0 && wanted.glued && !(word & ADJACENT_FLAG)) break;
			place += 1;
			at += 1;
			while (at < end && (words[at] ?? 0) & INSIDE_FLAG) at += 1;
		}
		if (place === positions.length) return true;
	}
	return false;
}
