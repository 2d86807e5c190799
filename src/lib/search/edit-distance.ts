/*
 * The edit distance between two words. An edit adds, drops or replaces one letter, or swaps two neighbours (optimal
 * string alignment: no part is edited twice).
 */

/**
 * Returns how many edits a word may differ from this word of a query: 1 from five letters on, 2 from nine; none with
 * digits.
 */
export function maxEdits(term: string): number {
	if (!/^[\p{L}\p{M}]+$/u.test(term)) return 0;
	return term.length >= 9 ? 2 : term.length >= 5 ? 1 : 0;
}

// Three rows of the table, reused because it is filled for thousands of words one after another.
let rows = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)] as const;

/** Whether `term` becomes `other` by at most `edits` (at most 2) edits. Letters are UTF-16 units. */
export function isWithinEdits(term: string, other: string, edits: number): boolean {
	if (Math.abs(term.length - other.length) > edits) return false;
	const width = other.length + 1;
	if (width > rows[0].length) {
		rows = [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)];
	}
	let [twoAbove, above, row] = rows;
	for (let column = 0; column < width; column += 1) above[column] = column;
	for (let rowIndex = 1; rowIndex <= term.length; rowIndex += 1) {
		const letter = term.charCodeAt(rowIndex - 1);
		let rowMin = (row[0] = rowIndex);
		for (let column = 1; column < width; column += 1) {
			const isSame = letter === other.charCodeAt(column - 1);
			let cost = Math.min(
				(above[column - 1] ?? 0) + (isSame ? 0 : 1),
				(above[column] ?? 0) + 1,
				(row[column - 1] ?? 0) + 1
			);
			if (
				rowIndex > 1 &&
				column > 1 &&
				letter === other.charCodeAt(column - 2) &&
				term.charCodeAt(rowIndex - 2) === other.charCodeAt(column - 1)
			) {
				cost = Math.min(cost, (twoAbove[column - 2] ?? 0) + 1);
			}
			row[column] = cost;
			if (cost < rowMin) rowMin = cost;
		}
		// A swap reaches back over this row, and costs one more than the row above it, which is at most one less.
		if (rowMin > edits) return false;
		[twoAbove, above, row] = [above, row, twoAbove];
	}
	return (above[width - 1] ?? 0) <= edits;
}

/** Returns the set of the letters of a word in 32 bits; different letters may share a bit. */
export function letterMask(term: string): number {
	let set = 0;
	for (let index = 0; index < term.length; index += 1) set |= 1 << (term.charCodeAt(index) & 31);
	return set;
}

/** Returns how many letters of the first set the second lacks: an edit can account for one of them. */
export function missingLetters(first: number, second: number): number {
	let remaining = first & ~second;
	let count = 0;
	for (; remaining !== 0; remaining &= remaining - 1) count += 1;
	return count;
}
