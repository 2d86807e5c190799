import { BackupError } from './backup-error';

/** Bytes that arrive in pieces of any length, taken in the lengths that a format has. */
export class ByteStream {
	readonly #source: AsyncIterator<Uint8Array>;
	#piece: Uint8Array = new Uint8Array(0);

	constructor(source: AsyncIterable<Uint8Array>) {
		this.#source = source[Symbol.asyncIterator]();
	}

	/** The next bytes, exactly so many. Throws `damaged` where there are fewer. */
	async take(length: number): Promise<Uint8Array> {
		if (this.#piece.length >= length) return this.#cut(length);
		const taken = new Uint8Array(length);
		for (let filled = 0; filled < length;) {
			const piece = await this.#next(length - filled);
			taken.set(piece, filled);
			filled += piece.length;
		}
		return taken;
	}

	/** The next bytes, exactly so many, as they arrive. Throws `damaged` where there are fewer. */
	async *pieces(length: number): AsyncGenerator<Uint8Array> {
		for (let left = length; left > 0;) {
			if (!(await this.#fill())) throw new BackupError('damaged', 'it ends too early');
			const piece = this.#piece.subarray(0, left);
			this.#piece = this.#piece.subarray(piece.length);
			left -= piece.length;
			yield piece;
		}
	}

	/** Passes over the next bytes, exactly so many. Throws `damaged` where there are fewer. */
	async pass(length: number): Promise<void> {
		for (let left = length; left > 0;) left -= (await this.#next(left)).length;
	}

	/** Whether nothing is left. */
	async ended(): Promise<boolean> {
		return !(await this.#fill());
	}

	/** The next bytes, at most so many, and at least one. */
	async #next(most: number): Promise<Uint8Array> {
		if (!(await this.#fill())) throw new BackupError('damaged', 'it ends too early');
		return this.#cut(most);
	}

	#cut(most: number): Uint8Array {
		const piece = this.#piece.subarray(0, most);
		this.#piece = this.#piece.subarray(piece.length);
		return piece;
	}

	async #fill(): Promise<boolean> {
		while (this.#piece.length === 0) {
			const next = await this.#source.next();
			if (next.done) return false;
			this.#piece = next.value;
		}
		return true;
	}
}
