import { FormatError } from './format-error';
import { limits } from './limits';
import { joined } from './source';

/** One member of what a JSON file holds: of its `entries`, or beside them, or the entries as they begin. */
export interface Member {
	/** Whether it stands in `entries`. */
	entry: boolean;
	/** Its name; null in a list. */
	key: string | null;
	value: unknown;
}

const TAB = 0x09;
const LINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** What has to come next, outside of a value. */
type Expected = 'value' | 'key' | 'key-or-end' | 'value-or-end' | 'colon' | 'next' | 'nothing';

/** One of the brackets that are looked into: the file itself, and its `entries`. */
interface Level {
	list: boolean;
	key: string | null;
}

/**
 * Reads a JSON file of the shape { …, "entries": [ … ] } or { …, "entries": { "…": … } } as its bytes come, one
 * entry at a time, so that neither the whole text nor the whole tree is ever held. What stands beside the entries
 * and is larger than an entry may be is passed over.
 *
 * Throws a FormatError: `damaged` where it is no JSON or is cut off, `unknown` where it is no object, `too-large`
 * where an entry is.
 */
export async function* membersOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Member, void> {
	const reader = new MemberReader();
	for await (const chunk of chunks) yield* reader.push(chunk);
	reader.end();
}

class MemberReader {
	readonly #levels: Level[] = [];
	#expected: Expected = 'value';
	/** Inside a value: how many brackets deep, in a string, behind a backslash. */
	#depth = 0;
	#inString = false;
	#escaped = false;
	/** Inside a number, true, false or null. */
	#inWord = false;
	/** Whether a value is being read, and the bytes of it that came in earlier chunks. */
	#inValue = false;
	#isKey = false;
	#held: Uint8Array[] = [];
	#heldBytes = 0;

	*push(chunk: Uint8Array): Generator<Member, void> {
		let start = 0;
		for (let at = 0; at < chunk.length; at += 1) {
			const byte = chunk[at] ?? 0;
			if (this.#inValue) {
				const end = this.#endsAt(byte);
				if (end === 'no') continue;
				// A bare word ends before the byte that ends it, which is looked at again.
				const stop = end === 'before' ? at : at + 1;
				const member = this.#finished(chunk.subarray(start, stop));
				if (member) yield member;
				if (end === 'before') at -= 1;
			} else if (byte !== SPACE && byte !== LINE && byte !== RETURN && byte !== TAB) {
				start = at;
				const opened = this.#between(byte);
				if (opened) yield opened;
			}
		}
		if (this.#inValue) this.#hold(chunk.subarray(start));
	}

	/** Says that no more comes. */
	end(): void {
		if (this.#expected !== 'nothing') throw new FormatError('damaged', 'the file is cut off');
	}

	/** Takes a byte inside a value and says whether the value ends with it, or ended before. */
	#endsAt(byte: number): 'no' | 'with' | 'before' {
		if (this.#inString) {
			if (this.#escaped) this.#escaped = false;
			else if (byte === BACKSLASH) this.#escaped = true;
			else if (byte === QUOTE) {
				this.#inString = false;
				if (this.#depth === 0) return 'with';
			}
			return 'no';
		}
		if (this.#inWord) {
			const ends =
				byte === COMMA ||
				byte === CLOSE ||
				byte === CLOSE_LIST ||
				byte === SPACE ||
				byte === LINE ||
				byte === RETURN ||
				byte === TAB;
			return ends ? 'before' : 'no';
		}
		if (byte === QUOTE) this.#inString = true;
		else if (byte === OPEN || byte === OPEN_LIST) this.#deeper();
		else if (byte === CLOSE || byte === CLOSE_LIST) {
			this.#depth -= 1;
			if (this.#depth === 0) return 'with';
		}
		return 'no';
	}

	#deeper(): void {
		this.#depth += 1;
		if (this.#depth > limits.depth) throw new FormatError('damaged', 'brackets nest too deep');
	}

	/** Takes a byte between two values, other than white space; returns the entries themselves when they begin. */
	#between(byte: number): Member | null {
		const expected = this.#expected;
		const level = this.#levels.at(-1);
		if (!level) {
			if (expected !== 'value') throw new FormatError('damaged', 'more stands behind the end');
			if (byte !== OPEN) throw new FormatError('unknown', 'the file is no JSON object');
			this.#enter(false);
		} else if (byte === COMMA && expected === 'next') {
			this.#expected = level.list ? 'value' : 'key';
		} else if (byte === COLON && expected === 'colon') {
			this.#expected = 'value';
		} else if (byte === (level.list ? CLOSE_LIST : CLOSE) && this.#mayClose()) {
			this.#levels.pop();
			this.#expected = this.#levels.length > 0 ? 'next' : 'nothing';
		} else if (byte === QUOTE && (expected === 'key' || expected === 'key-or-end')) {
			this.#begin(byte, true);
		} else if (expected !== 'value' && expected !== 'value-or-end') {
			throw new FormatError('damaged', 'the file is no proper JSON');
		} else if (this.#opensEntries(byte, level)) {
			this.#enter(byte === OPEN_LIST);
			return { entry: false, key: 'entries', value: null };
		} else {
			this.#begin(byte, false);
		}
		return null;
	}

	#mayClose(): boolean {
		return ['next', 'key-or-end', 'value-or-end'].includes(this.#expected);
	}

	#opensEntries(byte: number, level: Level): boolean {
		const opens = byte === OPEN || byte === OPEN_LIST;
		return opens && this.#levels.length === 1 && level.key === 'entries';
	}

	#enter(list: boolean): void {
		this.#levels.push({ list, key: null });
		this.#expected = list ? 'value-or-end' : 'key-or-end';
	}

	#begin(byte: number, isKey: boolean): void {
		this.#inValue = true;
		this.#isKey = isKey;
		if (byte === QUOTE) this.#inString = true;
		else if (byte === OPEN || byte === OPEN_LIST) this.#depth = 1;
		else this.#inWord = true;
	}

	/** Keeps what came of a value until the rest comes. */
	#hold(bytes: Uint8Array): void {
		this.#heldBytes += bytes.length;
		if (this.#heldBytes <= limits.element) this.#held.push(bytes.slice());
		else if (this.#levels.length > 1) throw new FormatError('too-large', 'an entry is too large');
		else this.#held = []; // beside the entries: nobody asks for it
	}

	/** Takes the last bytes of a value and returns it; null for a key, and for what was passed over. */
	#finished(last: Uint8Array): Member | null {
		this.#hold(last);
		const bytes = this.#held;
		const whole = this.#heldBytes <= limits.element;
		const level = this.#levels.at(-1);
		this.#held = [];
		this.#heldBytes = 0;
		this.#inValue = false;
		this.#inWord = false;
		const value = whole ? parsed(bytes) : null;
		if (this.#isKey) {
			if (level) level.key = String(value);
			this.#expected = 'colon';
			return null;
		}
		this.#expected = 'next';
		return whole ? { entry: this.#levels.length > 1, key: level?.key ?? null, value } : null;
	}
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function parsed(pieces: readonly Uint8Array[]): unknown {
	try {
		return JSON.parse(utf8.decode(joined(pieces))) as unknown;
	} catch (cause) {
		throw new FormatError('damaged', 'the file is no proper JSON', { cause });
	}
}
