import type { CompanionProblem, CompanionProblemCode } from './companion-error.ts';
import { companionLimits } from './limits.ts';

/** Where the parser notes what is wrong, so that a person learns of everything at once. */
export type ReportProblem = (line: number, code: CompanionProblemCode, reason: string) => void;

/** More problems than a person will read; a hostile file could hold a million. */
const MAX_PROBLEMS = 100;

/** Returns a report together with the list it fills, up to the first hundred problems. */
export function createReport(): { problems: CompanionProblem[]; report: ReportProblem } {
	const problems: CompanionProblem[] = [];
	return {
		problems,
		report: (line, code, reason) => {
			if (problems.length < MAX_PROBLEMS) problems.push({ line, code, reason });
		}
	};
}

/** The `key: value` pairs of one place in the file, each with its line. */
export class Attributes {
	readonly #values = new Map<string, { value: string; line: number }>();
	readonly #line: number;
	readonly #report: ReportProblem;
	readonly #repeatable: readonly string[];

	/**
	 * `line` is where a missing key is reported. The keys in `joined` may stand several times: their
	 * values are put together with a space between.
	 */
	constructor(line: number, report: ReportProblem, repeatable: readonly string[] = []) {
		this.#line = line;
		this.#report = report;
		this.#repeatable = repeatable;
	}

	/** Takes one `key: value`; reports a pair that is none, an empty value, a key that stands twice. */
	add(pair: string, line: number): void {
		const colon = pair.indexOf(':');
		const key = pair.slice(0, colon).trim();
		const value = pair.slice(colon + 1).trim();
		const existing = this.#values.get(key);
		if (colon < 1 || key === '') {
			this.#report(line, 'misplaced-line', `“${shorten(pair)}” is not of the form “key: value”.`);
			return;
		}
		if (value === '') this.#report(line, 'bad-value', `“${shorten(key)}” has no value.`);
		if (!existing) {
			this.#values.set(key, { value, line });
		} else if (this.#repeatable.includes(key)) {
			existing.value += ` ${value}`;
		} else {
			this.#report(line, 'repeated-key', `The key “${shorten(key)}” stands here a second time.`);
		}
	}

	/** Reports every key that is not among those known here. */
	allowOnly(keys: readonly string[]): void {
		for (const [key, { line }] of this.#values) {
			if (!keys.includes(key)) {
				const known = keys.join(', ');
				this.#report(line, 'unknown-key', `“${shorten(key)}” is not a key here (${known}).`);
			}
		}
	}

	/** The line of a key, or of the whole place where the key is missing. */
	lineOf(key: string): number {
		return this.#values.get(key)?.line ?? this.#line;
	}

	/** The text of a key, or null where it is not; reports one that is too long. */
	optional(key: string, maxLength: number = companionLimits.line): string | null {
		const found = this.#values.get(key);
		if (!found) return null;
		if (found.value.length > maxLength) {
			this.#report(found.line, 'bad-value', `“${key}” has at most ${maxLength} characters.`);
		}
		return found.value;
	}

	/** The text of a key that must be there; an empty string, and a report, where it is not. */
	required(key: string, maxLength?: number): string {
		const value = this.optional(key, maxLength);
		if (value === null) this.#report(this.#line, 'missing-key', `“${key}” is missing.`);
		return value ?? '';
	}

	/** An id, which must be there: lower-case letters, digits and hyphens, a letter first. */
	id(): string {
		const value = this.required('id', companionLimits.id);
		if (value !== '' && !isId(value)) {
			const reason = 'An id has lower-case letters, digits and hyphens, and begins with a letter.';
			this.#report(this.lineOf('id'), 'bad-value', reason);
		}
		return value;
	}

	/** One of a few words; `fallback` where the key may be left out. */
	oneOf<Word extends string>(key: string, words: readonly Word[], fallback?: Word): Word {
		const first = words[0] as Word;
		const value = fallback === undefined ? this.required(key) : (this.optional(key) ?? fallback);
		const word = words.find((one) => one === value);
		if (word !== undefined) return word;
		if (value !== '') {
			this.#report(this.lineOf(key), 'bad-value', `“${key}” is one of: ${words.join(', ')}.`);
		}
		return fallback ?? first;
	}
}

/** Whether a text is made as ids are: lower-case letters, digits and hyphens, a letter first. */
export function isId(text: string): boolean {
	return /^[a-z][a-z0-9-]*$/.test(text);
}

/** Returns a text short enough to stand in a message. */
export function shorten(text: string): string {
	return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
