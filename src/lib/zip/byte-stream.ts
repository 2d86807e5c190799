import { concatBytes } from '$lib/bytes/bytes';
import { ZipError } from './zip-error';

/** Bytes that arrive in chunks of any length, taken in the lengths that a format has. */
export class ByteStream {
	readonly #source: AsyncIterator<Uint8Array>;
	#chunk: Uint8Array = new Uint8Array(0);
	#offset = 0;

	constructor(source: AsyncIterable<Uint8Array>) {
		this.#source = source[Symbol.asyncIterator]();
	}

	/** How many bytes were taken. */
	get offset(): number {
		return this.#offset;
	}

	/** The next bytes, exactly so many, without taking them. Throws a ZipError `damaged` where there are fewer. */
	async peek(length: number): Promise<Uint8Array> {
		while (this.#chunk.length < length) {
			this.#chunk = concatBytes([this.#chunk, await this.#next()]);
		}
		return this.#chunk.subarray(0, length);
	}

	/** The next bytes, exactly so many. Throws a ZipError `damaged` where there are fewer. */
	async take(length: number): Promise<Uint8Array> {
		if (this.#chunk.length >= length) return this.#cut(length);
		const taken: Uint8Array[] = [];
		for await (const chunk of this.chunks(length)) taken.push(chunk);
		return concatBytes(taken);
	}

	/** The next bytes, exactly so many, as they arrive. Throws a ZipError `damaged` where there are fewer. */
	async *chunks(length: number): AsyncGenerator<Uint8Array, void> {
		for (let left = length; left > 0;) {
			if (this.#chunk.length === 0) this.#chunk = await this.#next();
			const chunk = this.#cut(left);
			left -= chunk.length;
			yield chunk;
		}
	}

	/** Passes over the next bytes, exactly so many. Throws a ZipError `damaged` where there are fewer. */
	async skip(length: number): Promise<void> {
		for (let left = length; left > 0;) {
			if (this.#chunk.length === 0) this.#chunk = await this.#next();
			left -= this.#cut(left).length;
		}
	}

	/** Whether nothing is left. */
	async ended(): Promise<boolean> {
		while (this.#chunk.length === 0) {
			const next = await this.#source.next();
			if (next.done) return true;
			this.#chunk = next.value;
		}
		return false;
	}

	#cut(length: number): Uint8Array {
		const taken = this.#chunk.subarray(0, length);
		this.#chunk = this.#chunk.subarray(taken.length);
		this.#offset += taken.length;
		return taken;
	}

	/** The next chunk, which may be empty. */
	async #next(): Promise<Uint8Array> {
		const next = await this.#source.next();
		if (next.done) throw new ZipError('damaged', 'it ends too early');
		return next.value;
	}
}
