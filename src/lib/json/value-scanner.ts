import {
	BACKSLASH,
	BEGIN_ARRAY,
	BEGIN_OBJECT,
	COMMA,
	END_ARRAY,
	END_OBJECT,
	isSpace,
	QUOTE
} from './bytes';
import { JsonError } from './json-error';

/** How much one value may be. */
export interface JsonLimits {
	/** Bytes of a value that is parsed at once. */
	bytes: number;
	/** Values within such a value, itself apart, and names of an object that is read member by member. */
	values: number;
	/** Objects and arrays within each other, the outermost object among them. */
	depth: number;
}

/**
 * The state of the lexer within a value:
 * - `literal`: in a number, `true`, `false` or `null` that is the whole value
 * - `nested`: in an object or array, between its strings
 * - `string`: in a string
 * - `escape`: behind a backslash in a string
 */
type LexerState = 'literal' | 'nested' | 'string' | 'escape';

/**
 * Finds the end of one value after the other in bytes that arrive in chunks, keeps the bytes, and parses them once
 * they are complete. Brackets are only counted, so that a value of the wrong form is found by `JSON.parse`.
 */
export class ValueScanner {
	readonly #limits: JsonLimits;
	readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	#state: LexerState = 'literal';
	#chunks: Uint8Array[] = [];
	#bytes = 0;
	/** The depth at which the value is, and that of the present byte. */
	#level = 0;
	#depth = 0;
	/** How many values there can be in it: at most one behind each comma and each opening bracket. */
	#values = 0;

	constructor(limits: JsonLimits) {
		this.#limits = limits;
	}

	/** Begins a value by its first byte, which `scan` has yet to take in; `level` objects and arrays are open around it. */
	begin(first: number, level: number): void {
		const nests = first === BEGIN_OBJECT || first === BEGIN_ARRAY;
		this.#state = nests || first === QUOTE ? 'nested' : 'literal';
		this.#chunks = [];
		this.#bytes = 0;
		this.#level = level;
		this.#depth = level;
		this.#values = 0;
	}

	/**
	 * Takes in the bytes of the value from `start` on, which must not be changed afterwards. Returns the index behind its
	 * end, or null if it goes on in the next chunk. Throws a JsonError `too-deep`.
	 */
	scan(bytes: Uint8Array, start: number): number | null {
		const end = this.#endIn(bytes, start);
		const piece = bytes.subarray(start, end ?? bytes.length);
		this.#bytes += piece.length;
		if (this.exceeds) this.#chunks = [];
		else this.#chunks.push(piece);
		return end;
	}

	/** Whether the value is larger than the limits allow. Its bytes are no longer kept then. */
	get exceeds(): boolean {
		return this.#bytes > this.#limits.bytes || this.#values > this.#limits.values;
	}

	/** Parses the value, all of which has arrived. Throws a JsonError `syntax`. */
	parsed(): unknown {
		const decoder = this.#decoder;
		try {
			const text = this.#chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('');
			return JSON.parse(text + decoder.decode()) as unknown;
		} catch (cause) {
			throw new JsonError('syntax', 'a value is not JSON', { cause });
		}
	}

	#endIn(bytes: Uint8Array, start: number): number | null {
		let state = this.#state;
		let depth = this.#depth;
		let end: number | null = null;
		for (let at = start; at < bytes.length && end === null; at += 1) {
			const byte = bytes[at] ?? 0;
			if (state === 'string') {
				if (byte === BACKSLASH) state = 'escape';
				else if (byte === QUOTE) {
					state = 'nested';
					if (depth === this.#level) end = at + 1;
				}
			} else if (state === 'escape') state = 'string';
			else if (state === 'literal') {
				// A bare value ends before the byte that ends it.
				if (byte === COMMA || byte === END_OBJECT || byte === END_ARRAY || isSpace(byte)) end = at;
			} else if (byte === QUOTE) state = 'string';
			else if (byte === COMMA) this.#values += 1;
			else if (byte === BEGIN_OBJECT || byte === BEGIN_ARRAY) {
				depth += 1;
				this.#values += 1;
				if (depth > this.#limits.depth) throw new JsonError('too-deep', 'nested too deeply');
			} else if (byte === END_OBJECT || byte === END_ARRAY) {
				depth -= 1;
				if (depth === this.#level) end = at + 1;
			}
		}
		this.#state = state;
		this.#depth = depth;
		return end;
	}
}
