/*
 * The inverted index: which documents may contain a word. A document stays under a word that it no longer contains, so
 * this says where to look and never what is there.
 */

export class Postings {
	/** The document numbers, by the number of the word. */
	readonly #docs: number[][] = [];

	add(termId: number, doc: number): void {
		const docs = this.#docs[termId];
		if (!docs) this.#docs[termId] = [doc];
		else if (docs.at(-1) !== doc) docs.push(doc);
	}

	/** Visits the documents of all these words; one may come more than once. */
	forEachDoc(termIds: readonly number[], visit: (doc: number) => void): void {
		for (const termId of termIds) this.#docs[termId]?.forEach(visit);
	}
}
