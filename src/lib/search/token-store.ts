/*
 * The forward index: the words of every text as numbers, all in one growing array, with which a query is compared. Each
 * word takes four bytes, a text without its words nothing.
 */

/** The bits of a stored word: its number, and the flags from `eachWord`. */
export const TERM_MASK = 0x3fff_ffff;
export const ADJACENT_FLAG = 1 << 30;
export const INSIDE_FLAG = 1 << 31;

/** The least capacity in words; below it holes are not worth closing. */
const MIN_CAPACITY = 1 << 16;

export class TokenStore {
	#tokens = new Uint32Array(MIN_CAPACITY);
	#used = 0;
	#freed = 0;
	readonly #starts: number[] = [];
	readonly #lengths: number[] = [];

	/** All words of all texts; those of a text are the `length(slot)` words from `start(slot)` on. */
	get words(): Uint32Array {
		return this.#tokens;
	}

	startOf(doc: number): number {
		return this.#starts[doc] ?? 0;
	}

	lengthOf(doc: number): number {
		return this.#lengths[doc] ?? 0;
	}

	/** Stores the first `count` of these words for a document, in place of what it had. */
	set(doc: number, tokens: Uint32Array, count: number): void {
		this.clear(doc);
		if (this.#used + count > this.#tokens.length) this.#grow(count);
		this.#tokens.set(tokens.subarray(0, count), this.#used);
		this.#starts[doc] = this.#used;
		this.#lengths[doc] = count;
		this.#used += count;
	}

	/** Overwrites and drops the words of a document. */
	clear(doc: number): void {
		const start = this.startOf(doc);
		this.#tokens.fill(0, start, start + this.lengthOf(doc));
		this.#freed += this.lengthOf(doc);
		this.#lengths[doc] = 0;
	}

	/** Closes the holes, and allocates a larger array if that is not enough. */
	#grow(count: number): void {
		const needed = this.#used - this.#freed + count;
		const fits = needed < this.#tokens.length * 0.75;
		const size = fits ? this.#tokens.length : Math.ceil(Math.max(MIN_CAPACITY, needed * 1.5));
		const tokens = new Uint32Array(size);
		let used = 0;
		for (let doc = 0; doc < this.#starts.length; doc += 1) {
			const start = this.startOf(doc);
			tokens.set(this.#tokens.subarray(start, start + this.lengthOf(doc)), used);
			this.#starts[doc] = used;
			used += this.lengthOf(doc);
		}
		this.#tokens = tokens;
		this.#used = used;
		this.#freed = 0;
	}
}
