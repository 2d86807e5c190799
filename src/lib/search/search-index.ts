/* The search index: texts as sequences of numbered words, and the order in which they are found. */
import { normalise } from './normalise';
import { Postings } from './postings';
import { ADJACENT_FLAG, INSIDE_FLAG, TERM_MASK, TokenStore } from './token-store';
import { Vocabulary } from './vocabulary';
import { eachWord } from './words';

/** A text to be indexed. `order` is its sort key: larger is newer, and newer is found first. */
export interface SearchItem {
	id: string;
	text: string;
	order: number;
}

export class SearchIndex {
	readonly vocabulary = new Vocabulary();
	readonly tokens = new TokenStore();
	readonly #postings = new Postings();
	/**
	 * The document number of each id. A number is never reused, so that a running search never finds another text under
	 * it.
	 */
	readonly #docs = new Map<string, number>();
	readonly #ids: string[] = [];
	readonly #orders: number[] = [];
	readonly #removed = new Set<number>();
	#sorted: readonly number[] = [];
	/** The position of each document in `#sorted`; of a removed one, its last position. */
	readonly #positions: number[] = [];
	#added: number[] = [];
	#isSorted = true;
	#scratch = new Uint32Array(1024);

	/** Adds texts; one with a known id replaces the text of that id. */
	put(items: readonly SearchItem[]): void {
		for (const { id, text, order } of items) {
			const slot = this.#docFor(id);
			if ((this.#orders[slot] ?? order) !== order) this.#isSorted = false;
			this.#orders[slot] = order;
			const known = this.#removeTokens(slot);
			this.#storeTokens(slot, text, known);
		}
	}

	/** Removes texts; unknown ids are ignored. */
	remove(ids: readonly string[]): void {
		for (const id of ids) {
			const slot = this.#docs.get(id);
			if (slot === undefined) continue;
			this.#docs.delete(id);
			this.#removeTokens(slot);
			this.#removed.add(slot);
			this.#isSorted = false;
		}
	}

	id(slot: number): string {
		return this.#ids[slot] ?? '';
	}

	isRemoved(slot: number): boolean {
		return this.#removed.has(slot);
	}

	/** Returns the document numbers, newest first; those of equal order by their ids. The array is never changed. */
	newestFirst(): readonly number[] {
		if (this.#isSorted && this.#added.length === 0) return this.#sorted;
		let from = this.#sorted.length;
		this.#sorted = [...this.#sorted, ...this.#added];
		this.#added = [];
		if (!this.#isSorted || !this.#isInOrder(from)) {
			// The part that is sorted already comes first: sorting takes long only where much is out of place.
			this.#sorted = this.#sorted
				.filter((slot) => !this.#removed.has(slot))
				.sort((one, other) => this.#compare(one, other));
			this.#isSorted = true;
			from = 0;
		}
		for (let place = from; place < this.#sorted.length; place += 1) {
			this.#positions[this.#sorted[place] ?? 0] = place;
		}
		return this.#sorted;
	}

	/** Whether the texts from this position on are older than those before: a journal loads the newest first. */
	#isInOrder(from: number): boolean {
		for (let place = Math.max(1, from); place < this.#sorted.length; place += 1) {
			if (this.#compare(this.#sorted[place - 1] ?? 0, this.#sorted[place] ?? 0) > 0) return false;
		}
		return true;
	}

	/** Returns the documents that may contain one of the words of each list, in the order of `newestFirst`. */
	newestWith(lists: readonly (readonly number[])[]): readonly number[] {
		const all = this.newestFirst();
		/** The number of lists, from the first on, of which a text may contain a word. */
		const held = new Uint16Array(all.length);
		lists.forEach((numbers, index) => {
			this.#postings.each(numbers, (slot) => {
				const place = this.#positions[slot] ?? 0;
				if (held[place] === index) held[place] = index + 1;
			});
		});
		return all.filter((_, place) => held[place] === lists.length);
	}

	#compare(one: number, other: number): number {
		const later = (this.#orders[other] ?? 0) - (this.#orders[one] ?? 0);
		return later !== 0 ? later : this.id(one) < this.id(other) ? -1 : 1;
	}

	#docFor(id: string): number {
		const known = this.#docs.get(id);
		if (known !== undefined) return known;
		const slot = this.#ids.push(id) - 1;
		this.#docs.set(id, slot);
		this.#added.push(slot);
		return slot;
	}

	/** Subtracts the words of a document from the counts, and returns their numbers. */
	#removeTokens(slot: number): Set<number> {
		const { words } = this.tokens;
		const forgotten = new Set<number>();
		const start = this.tokens.start(slot);
		for (let at = start; at < start + this.tokens.length(slot); at += 1) {
			const number = (words[at] ?? 0) & TERM_MASK;
			this.vocabulary.release(number);
			forgotten.add(number);
		}
		this.tokens.clear(slot);
		return forgotten;
	}

	/** Stores the words of a document; `known` are the words that its postings list already. */
	#storeTokens(slot: number, text: string, known: ReadonlySet<number>): void {
		let count = 0;
		eachWord(normalise(text), (term, _start, glued, inside) => {
			if (count === this.#scratch.length) {
				const larger = new Uint32Array(count * 2);
				larger.set(this.#scratch);
				this.#scratch = larger;
			}
			const number = this.vocabulary.take(term);
			if (!known.has(number)) this.#postings.add(number, slot);
			this.#scratch[count] = number | (glued ? ADJACENT_FLAG : 0) | (inside ? INSIDE_FLAG : 0);
			count += 1;
		});
		this.tokens.set(slot, this.#scratch, count);
		this.#scratch.fill(0, 0, count);
	}
}
