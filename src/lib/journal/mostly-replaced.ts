/**
 * Whether less than half of a text is left in the one that replaces it, counting what they begin and end
 * with in common: a deletion, an emptying, or something else pasted over it.
 */
export function isMostlyReplaced(before: string, after: string): boolean {
	const limit = Math.min(before.length, after.length);
	let start = 0;
	while (start < limit && before[start] === after[start]) start += 1;
	let end = 0;
	while (end < limit - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
	return start + end < before.length / 2;
}
