/*
 * The vocabulary of the index: every word once, under a number, with how often it occurs. Words are found here by their
 * beginning and by small differences, so that texts are compared by numbers alone.
 */
import { editDistance } from '$lib/text/edit-distance';
import { maxEdits, missingLetters, letterMask } from './max-edits';

export class Vocabulary {
	readonly #idsByTerm = new Map<string, number>();
	readonly #terms: string[] = [];
	readonly #counts: number[] = [];
	readonly #letterMasks: number[] = [];
	/** The numbers of the words, by their first UTF-16 unit. */
	readonly #idsByFirstUnit = new Map<number, number[]>();

	/** The count of numbers that were assigned. */
	get size(): number {
		return this.#terms.length;
	}

	/** Counts one more occurrence of a word and returns its number. */
	add(term: string): number {
		const termId = this.#idsByTerm.get(term) ?? this.#addTerm(term);
		this.#counts[termId] = (this.#counts[termId] ?? 0) + 1;
		return termId;
	}

	/** Counts one occurrence less. A word without any keeps its number and is never found. */
	remove(termId: number): void {
		this.#counts[termId] = (this.#counts[termId] ?? 0) - 1;
	}

	term(termId: number): string {
		return this.#terms[termId] ?? '';
	}

	/** Returns how often these words occur in all. */
	countOccurrences(termIds: readonly number[]): number {
		return termIds.reduce((sum, termId) => sum + (this.#counts[termId] ?? 0), 0);
	}

	/** Returns the number of the word itself, if it occurs. */
	findExact(term: string): number[] {
		const termId = this.#idsByTerm.get(term);
		return termId !== undefined && this.#occurs(termId) ? [termId] : [];
	}

	/** Returns the words that occur and begin with `prefix`. */
	findByPrefix(prefix: string): number[] {
		const candidates = this.#idsByFirstUnit.get(prefix.charCodeAt(0)) ?? [];
		return candidates.filter(
			(termId) => this.#occurs(termId) && this.term(termId).startsWith(prefix)
		);
	}

	/** Returns the words that occur within a small edit distance of `term`, without those that begin with it. */
	findFuzzy(term: string): number[] {
		const maxDistance = maxEdits(term);
		if (maxDistance === 0) return [];
		const mask = letterMask(term);
		const found: number[] = [];
		for (let termId = 0; termId < this.#terms.length; termId += 1) {
			const other = this.term(termId);
			if (Math.abs(other.length - term.length) > maxDistance) continue;
			const otherMask = this.#letterMasks[termId] ?? 0;
			if (
				missingLetters(mask, otherMask) > maxDistance ||
				missingLetters(otherMask, mask) > maxDistance
			) {
				continue;
			}
			if (!this.#occurs(termId) || other.startsWith(term)) continue;
			if (editDistance(term, other, maxDistance) <= maxDistance) found.push(termId);
		}
		return found;
	}

	#occurs(termId: number): boolean {
		return (this.#counts[termId] ?? 0) > 0;
	}

	#addTerm(slice: string): number {
		// A slice can keep the whole text it was cut from in memory; this copy keeps the word alone.
		const term = ` ${slice}`.slice(1);
		const termId = this.#terms.push(term) - 1;
		this.#idsByTerm.set(term, termId);
		this.#counts.push(0);
		this.#letterMasks.push(letterMask(term));
		const firstUnit = term.charCodeAt(0);
		const idsWithUnit = this.#idsByFirstUnit.get(firstUnit);
		if (idsWithUnit) idsWithUnit.push(termId);
		else this.#idsByFirstUnit.set(firstUnit, [termId]);
		return termId;
	}
}
