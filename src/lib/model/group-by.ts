/**
 * Groups items by a key, in their order, the groups in the order of their first items. `Map.groupBy` does the same, but
 * Node 20 and Safari before 17.4 have none.
 */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}
