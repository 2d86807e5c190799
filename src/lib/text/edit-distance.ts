// Three rows of the table, reused because it is filled for thousands of words one after another.
let rows = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)] as const;

/**
 * Returns how many edits make one text the other; once that is known to be more than `max`, any number above `max`. An
 * edit adds, drops or replaces one letter, or swaps two neighbours (optimal string alignment: no part is edited twice).
 * Letters are UTF-16 units, at most 65,000 of them.
 */
export function editDistance(one: string, other: string, max: number): number {
	if (Math.abs(one.length - other.length) > max) return max + 1;
	const width = other.length + 1;
	if (width > rows[0].length) {
		rows = [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)];
	}
	let [twoAbove, above, row] = rows;
	for (let column = 0; column < width; column += 1) above[column] = column;
	for (let rowIndex = 1; rowIndex <= one.length; rowIndex += 1) {
		const letter = one.charCodeAt(rowIndex - 1);
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
				one.charCodeAt(rowIndex - 2) === other.charCodeAt(column - 1)
			) {
				cost = Math.min(cost, (twoAbove[column - 2] ?? 0) + 1);
			}
			row[column] = cost;
			if (cost < rowMin) rowMin = cost;
		}
		// A swap reaches back over this row, and costs one more than the row above it, which is at most one less.
		if (rowMin > max) return rowMin;
		[twoAbove, above, row] = [above, row, twoAbove];
	}
	return above[width - 1] ?? 0;
}
