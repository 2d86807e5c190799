/*
 * The inverted index: which documents may contain a word. A document stays under a word that it no longer contains, so
 * this says where to look and never what is there.
 */

export class Postings {
	/** The document numbers, by the number of the word. */
	readonly #docs: number[][] = [];

	add(number: number, slot: number): void {
		const slots = this.#docs[number];
		if (!slots) this.#docs[number] = [slot];
		else if (slots.at(-1) !== slot) slots.push(slot);
	}

	/** Visits the documents of all these words; one may come more than once. */
	each(numbers: readonly number[], visit: (slot: number) => void): void {
		for (const number of numbers) this.#docs[number]?.forEach(visit);
	}
}
