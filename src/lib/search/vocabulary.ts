/*
 * The vocabulary of the index: every word once, under a number, with how often it occurs. Words are found here by their
 * beginning and by small differences, so that texts are compared by numbers alone.
 */
import { editsAllowed, missingLetters, letterSet, withinEdits } from './edit-distance';

export class Vocabulary {
	readonly #numbers = new Map<string, number>();
	readonly #terms: string[] = [];
	readonly #counts: number[] = [];
	readonly #letters: number[] = [];
	/** The numbers of the words, by their first UTF-16 unit. */
	readonly #byFirst = new Map<number, number[]>();

	/** The count of numbers that were assigned. */
	get size(): number {
		return this.#terms.length;
	}

	/** Counts one more occurrence of a word and returns its number. */
	take(term: string): number {
		const number = this.#numbers.get(term) ?? this.#addTerm(term);
		this.#counts[number] = (this.#counts[number] ?? 0) + 1;
		return number;
	}

	/** Counts one occurrence less. A word without any keeps its number and is never found. */
	release(number: number): void {
		this.#counts[number] = (this.#counts[number] ?? 0) - 1;
	}

	term(number: number): string {
		return this.#terms[number] ?? '';
	}

	/** Returns how often these words occur in all. */
	occurrences(numbers: readonly number[]): number {
		return numbers.reduce((sum, number) => sum + (this.#counts[number] ?? 0), 0);
	}

	/** Returns the number of the word itself, if it occurs. */
	exactly(term: string): number[] {
		const number = this.#numbers.get(term);
		return number !== undefined && this.#occurs(number) ? [number] : [];
	}

	/** Returns the words that occur and begin with `prefix`. */
	beginningWith(prefix: string): number[] {
		const alike = this.#byFirst.get(prefix.charCodeAt(0)) ?? [];
		return alike.filter((number) => this.#occurs(number) && this.term(number).startsWith(prefix));
	}

	/** Returns the words that occur within a small edit distance of `term`, without those that begin with it. */
	nearTo(term: string): number[] {
		const edits = editsAllowed(term);
		if (edits === 0) return [];
		const letters = letterSet(term);
		const near: number[] = [];
		for (let number = 0; number < this.#terms.length; number += 1) {
			const other = this.term(number);
			if (Math.abs(other.length - term.length) > edits) continue;
			const others = this.#letters[number] ?? 0;
			if (missingLetters(letters, others) > edits || missingLetters(others, letters) > edits)
				{continue;}
			if (!this.#occurs(number) || other.startsWith(term)) continue;
			if (withinEdits(term, other, edits)) near.push(number);
		}
		return near;
	}

	#occurs(number: number): boolean {
		return (this.#counts[number] ?? 0) > 0;
	}

	#addTerm(slice: string): number {
		// A slice can keep the whole text it was cut from in memory; this copy keeps the word alone.
		const term = ` ${slice}`.slice(1);
		const number = this.#terms.push(term) - 1;
		this.#numbers.set(term, number);
		this.#counts.push(0);
		this.#letters.push(letterSet(term));
		const first = term.charCodeAt(0);
		const alike = this.#byFirst.get(first);
		if (alike) alike.push(number);
		else this.#byFirst.set(first, [number]);
		return number;
	}
}
