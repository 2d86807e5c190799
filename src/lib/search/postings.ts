/*
 * Which slots may hold a word. A slot stays under a word that it has no more, so this says where to look and
 * never what is there.
 */

export class Postings {
	/** By the number of the word. */
	readonly #docs: number[][] = [];

	add(termId: number, doc: number): void {
		const docs = this.#docs[termId];
		if (!docs) this.#docs[termId] = [doc];
		else if (docs.at(-1) !== doc) docs.push(doc);
	}

	/** Visits the slots of all these words; one may come more than once. */
	forEachDoc(termIds: readonly number[], visit: (doc: number) => void): void {
		for (const termId of termIds) this.#docs[termId]?.forEach(visit);
	}
}
