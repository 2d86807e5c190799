/* The search index: texts as sequences of numbered words, and the order in which they are found. */
import { normalise } from './normalise';
import { Postings } from './postings';
import { ADJACENT_FLAG, INSIDE_FLAG, TERM_MASK, TokenStore } from './token-store';
import { Vocabulary } from './vocabulary';
import { visitTokens } from './tokens';

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
	put(docs: readonly SearchItem[]): void {
		for (const { id: idOf, text, order } of docs) {
			const doc = this.#docFor(idOf);
			if ((this.#orders[doc] ?? order) !== order) this.#isSorted = false;
			this.#orders[doc] = order;
			const oldTermIds = this.#removeTokens(doc);
			this.#storeTokens(doc, text, oldTermIds);
		}
	}

	/** Removes texts; unknown ids are ignored. */
	remove(ids: readonly string[]): void {
		for (const id of ids) {
			const doc = this.#docs.get(id);
			if (doc === undefined) continue;
			this.#docs.delete(id);
			this.#removeTokens(doc);
			this.#removed.add(doc);
			this.#isSorted = false;
		}
	}

	id(doc: number): string {
		return this.#ids[doc] ?? '';
	}

	isRemoved(doc: number): boolean {
		return this.#removed.has(doc);
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
				.filter((doc) => !this.#removed.has(doc))
				.sort((one, other) => this.#compare(one, other));
			this.#isSorted = true;
			from = 0;
		}
		for (let position = from; position < this.#sorted.length; position += 1) {
			this.#positions[this.#sorted[position] ?? 0] = position;
		}
		return this.#sorted;
	}

	/** Whether the texts from this position on are older than those before: a journal loads the newest first. */
	#isInOrder(from: number): boolean {
		for (let position = Math.max(1, from); position < this.#sorted.length; position += 1) {
			if (this.#compare(this.#sorted[position - 1] ?? 0, this.#sorted[position] ?? 0) > 0) {
				return false;
			}
		}
		return true;
	}

	/** Returns the documents that may contain one of the words of each list, in the order of `newestFirst`. */
	newestContaining(termIdLists: readonly (readonly number[])[]): readonly number[] {
		const all = this.newestFirst();
		/** The number of lists, from the first on, of which a text may contain a word. */
		const matchedLists = new Uint16Array(all.length);
		termIdLists.forEach((termIds, index) => {
			this.#postings.forEachDoc(termIds, (doc) => {
				const position = this.#positions[doc] ?? 0;
				if (matchedLists[position] === index) matchedLists[position] = index + 1;
			});
		});
		return all.filter((_, position) => matchedLists[position] === termIdLists.length);
	}

	#compare(one: number, other: number): number {
		const difference = (this.#orders[other] ?? 0) - (this.#orders[one] ?? 0);
		return difference !== 0 ? difference : this.id(one) < this.id(other) ? -1 : 1;
	}

	#docFor(id: string): number {
		const existing = this.#docs.get(id);
		if (existing !== undefined) return existing;
		const doc = this.#ids.push(id) - 1;
		this.#docs.set(id, doc);
		this.#added.push(doc);
		return doc;
	}

	/** Subtracts the words of a document from the counts, and returns their numbers. */
	#removeTokens(doc: number): Set<number> {
		const { words: tokens } = this.tokens;
		const termIds = new Set<number>();
		const start = this.tokens.startOf(doc);
		for (let index = start; index < start + this.tokens.lengthOf(doc); index += 1) {
			const termId = (tokens[index] ?? 0) & TERM_MASK;
			this.vocabulary.remove(termId);
			termIds.add(termId);
		}
		this.tokens.clear(doc);
		return termIds;
	}

	/** Stores the words of a document; `known` are the words that its postings list already. */
	#storeTokens(doc: number, text: string, oldTermIds: ReadonlySet<number>): void {
		let count = 0;
		visitTokens(normalise(text), (term, _start, isAdjacent, isPart) => {
			if (count === this.#scratch.length) {
				const larger = new Uint32Array(count * 2);
				larger.set(this.#scratch);
				this.#scratch = larger;
			}
			const termId = this.vocabulary.add(term);
			if (!oldTermIds.has(termId)) this.#postings.add(termId, doc);
			this.#scratch[count] = termId | (isAdjacent ? ADJACENT_FLAG : 0) | (isPart ? INSIDE_FLAG : 0);
			count += 1;
		});
		this.tokens.set(doc, this.#scratch, count);
		this.#scratch.fill(0, 0, count);
	}
}
