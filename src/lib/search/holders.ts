/*
 * Which slots may hold a word. A slot stays under a word that it has no more, so this says where to look and
 * never what is there.
 */

export class Holders {
	/** By the number of the word. */
	readonly #slots: number[][] = [];

	add(number: number, slot: number): void {
		const slots = this.#slots[number];
		if (!slots) this.#slots[number] = [slot];
		else if (slots.at(-1) !== slot) slots.push(slot);
	}

	/** Visits the slots of all these words; one may come more than once. */
	each(numbers: readonly number[], visit: (slot: number) => void): void {
		for (const number of numbers) this.#slots[number]?.forEach(visit);
	}
}
