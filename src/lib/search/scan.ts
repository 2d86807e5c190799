/*
 * One query on its way through the corpus, newest text first. It can stop after any text and go on later.
 */
import type { Corpus } from './corpus';
import type { Plan, Run, Sieve } from './plan';
import { GLUED, INSIDE, NUMBER } from './sequences';

/** How a text fulfils a plan. */
const NOT = 0;
const NEARLY = 1;
const DIRECTLY = 2;

export class Scan {
	/** The ids found so far, newest first. */
	readonly ids: string[] = [];
	/** Those of them that were found with small differences alone. */
	readonly near: string[] = [];
	readonly #corpus: Corpus;
	readonly #plan: Plan | null;
	readonly #allowed: ReadonlySet<string> | null;
	readonly #slots: readonly number[];
	#next = 0;

	/** `allowed` are the only ids that are found; null for all. */
	constructor(corpus: Corpus, plan: Plan | null, allowed: ReadonlySet<string> | null) {
		this.#corpus = corpus;
		this.#plan = plan;
		this.#allowed = allowed;
		this.#slots = plan ? slotsFor(corpus, plan) : [];
	}

	/** The words with small differences that are looked for, folded. */
	get nearWords(): string[] {
		return this.#plan?.nearWords ?? [];
	}

	/** Whether every text was looked at. */
	get done(): boolean {
		return this.#next >= this.#slots.length;
	}

	/** Goes on until `limit` ids were found in all, or `texts` were looked at in this call. */
	advance(limit: number, texts = Infinity): void {
		const end = Math.min(this.#slots.length, this.#next + texts);
		while (this.#next < end && this.ids.length < limit) {
			const slot = this.#slots[this.#next] ?? 0;
			this.#next += 1;
			if (this.#corpus.isRemoved(slot)) continue;
			const id = this.#corpus.id(slot);
			if (this.#allowed && !this.#allowed.has(id)) continue;
			const how = this.#look(slot);
			if (how === NOT) continue;
			this.ids.push(id);
			if (how === NEARLY) this.near.push(id);
		}
	}

	#look(slot: number): number {
		const { words } = this.#corpus.sequences;
		const start = this.#corpus.sequences.start(slot);
		const end = start + this.#corpus.sequences.length(slot);
		const { sieves, runs } = this.#plan ?? { sieves: [], runs: [] };
		let how = DIRECTLY;
		for (const sieve of sieves) {
			how = Math.min(how, throughSieve(sieve, words, start, end));
			if (how === NOT) return NOT;
		}
		return runs.every((run) => hasRun(run, words, start, end)) ? how : NOT;
	}
}

/** The texts to look at. What nearly every text has leaves none out, and is not asked for. */
function slotsFor(corpus: Corpus, { needs }: Plan): readonly number[] {
	const all = corpus.newestFirst();
	const telling = needs.filter(({ occurrences }) => occurrences < all.length);
	return telling.length > 0 ? corpus.newestWith(telling.map(({ numbers }) => numbers)) : all;
}

function throughSieve(
	{ bits, needed }: Sieve,
	words: Uint32Array,
	start: number,
	end: number
): number {
	let seen = 0;
	for (let at = start; at < end; at += 1) {
		seen |= bits[(words[at] ?? 0) & NUMBER] ?? 0;
		if ((seen & needed) === needed) return DIRECTLY;
	}
	return ((seen | (seen >>> 16)) & needed) === needed ? NEARLY : NOT;
}

/** Whether the places of a run follow one another somewhere. It may begin inside a joined word. */
function hasRun({ places }: Run, words: Uint32Array, start: number, end: number): boolean {
	for (let first = start; first < end; first += 1) {
		let at = first;
		let place = 0;
		while (at < end && place < places.length) {
			const wanted = places[place];
			const word = words[at] ?? 0;
			if (!wanted?.numbers.has(word & NUMBER)) break;
			if (place > 0 && wanted.glued && !(word & GLUED)) break;
			place += 1;
			at += 1;
			while (at < end && (words[at] ?? 0) & INSIDE) at += 1;
		}
		if (place === places.length) return true;
	}
	return false;
}
