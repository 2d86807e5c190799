import {
	BEGIN_ARRAY,
	BEGIN_OBJECT,
	COLON,
	COMMA,
	END_ARRAY,
	END_OBJECT,
	isSpace,
	QUOTE
} from './bytes';
import { Container } from './container';
import { JsonError } from './json-error';
import { ValueScanner, type JsonLimits } from './value-scanner';

export interface JsonStreamOptions {
	limits: JsonLimits;
	/** The members of the object that are read element by element where they are arrays. */
	arrays: readonly string[];
	/** Those that are read member by member where they are objects. */
	objects?: readonly string[];
	/** Whether a member is left out that is larger than the limits, instead of refused. An element never is. */
	skipLarge?: boolean;
}

/** One value of the object: a member, or one element of a member that is read element by element. */
export interface JsonValue {
	/** The name of the member. */
	field: string;
	/** Whether `value` is one element of the member, and not all of it. */
	isElement: boolean;
	/** The name of the element if the member is an object; null if it is an array. */
	key: string | null;
	value: unknown;
}

/** The token that has to come next. */
type Expected =
	'object' | 'key' | 'key-or-end' | 'colon' | 'value' | 'value-or-end' | 'next' | 'none';

/**
 * Reads a JSON object from bytes that arrive in chunks. Of the text no more is in memory than the value at hand: one
 * member, or one element of the members that are named in the options.
 *
 * Throws a JsonError as soon as it meets what cannot be read. Values that were given out before are then part of a
 * broken file.
 */
export class JsonStream {
	readonly #options: JsonStreamOptions;
	readonly #scanner: ValueScanner;
	readonly #fields: Container;
	/** The member that is being read element by element. */
	#member: Container | null = null;
	#expected: Expected = 'object';
	/** Whether a value, or a name, is being scanned. */
	#scanning: 'value' | 'key' | null = null;

	constructor(options: JsonStreamOptions) {
		this.#options = options;
		this.#scanner = new ValueScanner(options.limits);
		this.#fields = new Container(false, options.limits.values);
	}

	/** Takes in the next bytes, which must not be changed afterwards, and yields the values that end in them. */
	*push(bytes: Uint8Array): Generator<JsonValue, void> {
		for (let at = 0; at < bytes.length;) {
			const byte = bytes[at] ?? 0;
			if (!this.#scanning && isSpace(byte)) at += 1;
			else if (!this.#scanning && this.#takeToken(byte)) at += 1;
			else {
				const end = this.#scanner.scan(bytes, at);
				this.#refuseLarge();
				if (end === null) return;
				at = end;
				const value = this.#finish();
				if (value) yield value;
			}
		}
	}

	/** Says that all bytes have arrived. Throws a JsonError `syntax` if the object is not at its end. */
	end(): void {
		if (this.#expected !== 'none') throw new JsonError('syntax', 'it is cut off');
	}

	/** Whether the object has a member of this name, as far as it was read. */
	has(field: string): boolean {
		return this.#fields.has(field);
	}

	/** Takes in a structural character, and returns true; or begins a value with the byte, and returns false. */
	#takeToken(byte: number): boolean {
		const expected = this.#expected;
		const container = this.#member ?? this.#fields;
		if (expected === 'object') {
			if (byte !== BEGIN_OBJECT) throw new JsonError('not-object', 'it is not an object');
			this.#expected = 'key-or-end';
		} else if (byte === COMMA && expected === 'next') {
			this.#expected = container.isArray ? 'value' : 'key';
		} else if (byte === COLON && expected === 'colon') {
			this.#expected = 'value';
		} else if (byte === (container.isArray ? END_ARRAY : END_OBJECT) && mayEnd(expected)) {
			this.#expected = this.#member ? 'next' : 'none';
			this.#member = null;
		} else if (expected === 'value' || expected === 'value-or-end') {
			if (this.#entersMember(byte)) return true;
			this.#scan('value', byte);
			return false;
		} else if (byte === QUOTE && (expected === 'key' || expected === 'key-or-end')) {
			this.#scan('key', byte);
			return false;
		} else throw new JsonError('syntax', 'a token is where it cannot be');
		return true;
	}

	#entersMember(byte: number): boolean {
		const { arrays, objects = [] } = this.#options;
		const named = byte === BEGIN_ARRAY ? arrays : byte === BEGIN_OBJECT ? objects : [];
		if (this.#member || !named.includes(this.#fields.key)) return false;
		const isArray = byte === BEGIN_ARRAY;
		this.#member = new Container(isArray, this.#options.limits.values);
		this.#expected = isArray ? 'value-or-end' : 'key-or-end';
		return true;
	}

	#scan(what: 'value' | 'key', first: number): void {
		this.#scanning = what;
		this.#scanner.begin(first, this.#member ? 2 : 1);
	}

	#refuseLarge(): void {
		const skips = this.#options.skipLarge && !this.#member && this.#scanning === 'value';
		if (this.#scanner.exceeds && !skips) throw new JsonError('too-large', 'a value is too large');
	}

	/** Takes the value or the name that has ended; returns null for a name, and for a member that is left out. */
	#finish(): JsonValue | null {
		const isKey = this.#scanning === 'key';
		this.#scanning = null;
		this.#expected = isKey ? 'colon' : 'next';
		if (this.#scanner.exceeds) return null;
		const value = this.#scanner.parsed();
		const container = this.#member ?? this.#fields;
		if (isKey) {
			container.enter(String(value));
			return null;
		}
		const isElement = this.#member !== null;
		const key = isElement && !container.isArray ? container.key : null;
		return { field: this.#fields.key, isElement, key, value };
	}
}

function mayEnd(expected: Expected): boolean {
	return expected === 'next' || expected === 'key-or-end' || expected === 'value-or-end';
}
