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
	#words = new Uint32Array(MIN_CAPACITY);
	#used = 0;
	#freed = 0;
	readonly #starts: number[] = [];
	readonly #lengths: number[] = [];

	/** All words of all texts; those of a text are the `length(slot)` words from `start(slot)` on. */
	get words(): Uint32Array {
		return this.#words;
	}

	start(slot: number): number {
		return this.#starts[slot] ?? 0;
	}

	length(slot: number): number {
		return this.#lengths[slot] ?? 0;
	}

	/** Stores the first `count` of these words for a document, in place of what it had. */
	set(slot: number, words: Uint32Array, count: number): void {
		this.clear(slot);
		if (this.#used + count > this.#words.length) this.#grow(count);
		this.#words.set(words.subarray(0, count), this.#used);
		this.#starts[slot] = this.#used;
		this.#lengths[slot] = count;
		this.#used += count;
	}

	/** Overwrites and drops the words of a document. */
	clear(slot: number): void {
		const start = this.start(slot);
		this.#words.fill(0, start, start + this.length(slot));
		this.#freed += this.length(slot);
		this.#lengths[slot] = 0;
	}

	/** Closes the holes, and allocates a larger array if that is not enough. */
	#grow(count: number): void {
		const needed = this.#used - this.#freed + count;
		const enough = needed < this.#words.length * 0.75;
		const size = enough ? this.#words.length : Math.ceil(Math.max(MIN_CAPACITY, needed * 1.5));
		const words = new Uint32Array(size);
		let used = 0;
		for (let slot = 0; slot < this.#starts.length; slot += 1) {
			const start = this.start(slot);
			words.set(this.#words.subarray(start, start + this.length(slot)), used);
			this.#starts[slot] = used;
			used += this.length(slot);
		}
		this.#words = words;
		this.#used = used;
		this.#freed = 0;
	}
}
