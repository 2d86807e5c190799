import { BackupError } from './backup-error';
import { MOST_DEPTH, MOST_OF_A_RECORD, MOST_VALUES } from './limits';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Takes the value of a field, or, where that is one of the lists, each value of it in turn. */
type Take = (field: string, value: unknown) => void;

/**
 * - `start`: before the object
 * - `name`: at the name of a field, or at the end of an object without any
 * - `value`: at its value
 * - `list`: at a value of the list that it is
 * - `after`: behind such a list
 * - `end`: behind the object
 */
type Place = 'start' | 'name' | 'value' | 'list' | 'after' | 'end';

/**
 * Reads a JSON object whose fields may be very long lists, as it arrives: the lists' values are handed over one by
 * one, so that no more than one of them is in memory as text. What is nested too deeply, or too large for one
 * value, is refused before it is parsed.
 *
 * Throws `damaged` for what is no such object, or has something else where a list must be, and `too-large`.
 */
export class JsonPieces {
	readonly #lists: ReadonlySet<string>;
	readonly #take: Take;
	readonly #fields = new Set<string>();
	#place: Place = 'start';
	#field = '';
	#depth = 0;
	#inText = false;
	#escaped = false;
	/** What of the present piece has arrived; the rest begins at `#from` of the bytes at hand. */
	#held: Uint8Array[] = [];
	#heldLength = 0;
	#from = 0;
	/** Whether the piece is white space so far, and of how many values it can be made. */
	#blank = true;
	#values = 0;
	/** Whether a comma stands before the piece, so that it cannot be left out. */
	#owed = false;

	/** `lists` are the names of the fields whose values are handed over one by one. */
	constructor(lists: readonly string[], take: Take) {
		this.#lists = new Set(lists);
		this.#take = take;
	}

	/** Takes in the next bytes, which must not be changed afterwards. */
	push(bytes: Uint8Array): void {
		this.#from = 0;
		for (let at = 0; at < bytes.length; at += 1) {
			const byte = bytes[at] ?? 0;
			if (this.#inText) {
				if (this.#escaped) this.#escaped = false;
				else if (byte === BACKSLASH) this.#escaped = true;
				else if (byte === QUOTE) this.#inText = false;
			} else if (byte === QUOTE) {
				this.#inPiece();
				this.#inText = true;
			} else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
				this.#open(byte, at);
			} else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
				this.#close(byte, bytes, at);
			} else if (byte === COMMA) {
				this.#comma(bytes, at);
			} else if (byte === COLON && this.#place === 'name') {
				this.#nameEnds(bytes, at);
			} else if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) {
				this.#inPiece();
			}
		}
		this.#hold(bytes.subarray(this.#from));
	}

	/** All has arrived. Throws `damaged` where the object is not at its end. */
	end(): void {
		if (this.#place !== 'end') throw damaged('it ends too early');
	}

	/** Whether a field of this name was there. */
	has(field: string): boolean {
		return this.#fields.has(field);
	}

	#inPiece(): void {
		if (this.#place === 'start' || this.#place === 'after' || this.#place === 'end') {
			throw damaged('something stands where nothing can');
		}
		this.#blank = false;
	}

	#open(byte: number, at: number): void {
		this.#depth += 1;
		if (this.#depth > MOST_DEPTH) throw damaged('nested too deeply');
		if (this.#place === 'start') {
			if (byte !== OPEN_OBJECT) throw damaged('not an object');
			this.#begin('name', at);
		} else if (
			this.#place === 'value' &&
			byte === OPEN_LIST &&
			this.#blank &&
			this.#lists.has(this.#field)
		) {
			this.#begin('list', at);
		} else {
			this.#inPiece();
			this.#count();
		}
	}

	#close(byte: number, bytes: Uint8Array, at: number): void {
		if (this.#depth > this.#level) {
			this.#depth -= 1;
			return;
		}
		if (byte !== (this.#place === 'list' ? CLOSE_LIST : CLOSE_OBJECT)) throw damaged('wrong end');
		if (this.#place === 'list' || this.#place === 'value') {
			// A list may be empty, a value not.
			if (!this.#blank || this.#owed || this.#place === 'value') this.#valueEnds(bytes, at);
		} else if (this.#place === 'name') {
			if (!this.#blank || this.#owed) throw damaged('a field without a value');
		} else if (this.#place !== 'after') {
			throw damaged('an end without a beginning');
		}
		this.#depth -= 1;
		this.#begin(this.#place === 'list' ? 'after' : 'end', at);
	}

	#comma(bytes: Uint8Array, at: number): void {
		if (this.#depth > this.#level) {
			this.#count();
			return;
		}
		if (this.#place === 'value' || this.#place === 'list') this.#valueEnds(bytes, at);
		else if (this.#place !== 'after') throw damaged('a comma too many');
		this.#begin(this.#place === 'list' ? 'list' : 'name', at);
		this.#owed = true;
	}

	#nameEnds(bytes: Uint8Array, at: number): void {
		const name = this.#piece(bytes, at);
		if (typeof name !== 'string' || this.#fields.has(name)) throw damaged('an impossible name');
		this.#fields.add(name);
		this.#field = name;
		this.#begin('value', at);
	}

	#valueEnds(bytes: Uint8Array, at: number): void {
		if (this.#place === 'value' && this.#lists.has(this.#field)) throw damaged('not a list');
		this.#take(this.#field, this.#piece(bytes, at));
	}

	/** The depth at which the present piece stands. */
	get #level(): number {
		return this.#place === 'list' ? 2 : this.#place === 'start' || this.#place === 'end' ? 0 : 1;
	}

	/** Goes on to a place; the next piece begins behind `at`. */
	#begin(place: Place, at: number): void {
		this.#place = place;
		this.#from = at + 1;
		this.#held = [];
		this.#heldLength = 0;
		this.#blank = true;
		this.#values = 0;
		this.#owed = false;
	}

	#count(): void {
		this.#values += 1;
		if (this.#values > MOST_VALUES) throw new BackupError('too-large', 'too many values in one');
	}

	#hold(rest: Uint8Array): void {
		// Between the pieces there is nothing to keep.
		if (this.#blank) return;
		this.#held.push(rest);
		this.#heldLength += rest.length;
		if (this.#heldLength > MOST_OF_A_RECORD) {
			throw new BackupError('too-large', 'too large a value');
		}
	}

	/** The piece that ends before `at`, parsed. */
	#piece(bytes: Uint8Array, at: number): unknown {
		this.#hold(bytes.subarray(this.#from, at));
		const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
		try {
			const parts = this.#held.map((part) => decoder.decode(part, { stream: true }));
			return JSON.parse(parts.join('') + decoder.decode());
		} catch (cause) {
			throw new BackupError('damaged', 'not JSON', { cause });
		}
	}
}

function damaged(message: string): BackupError {
	return new BackupError('damaged', message);
}
