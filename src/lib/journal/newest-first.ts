import type { Entry } from './entry';

/** An entry with the revision under which it is stored. */
export interface Stored {
	entry: Entry;
	rev: number;
}

/** Up to so many are put in one by one. */
const FEW = 16;

const at = ({ entry }: Stored): number => entry.written.at;

/**
 * Takes a list, newest first, and returns it with these put in, each in place of the one that `known` gives for
 * it. Of entries written in one moment the one that came later stands later.
 *
 * A save puts one into fifty thousand, and "Saved" waits for it: the list is copied, and of what is in it only
 * as much looked at as a search by halves needs.
 */
export function withPlaced(
	list: readonly Stored[],
	changed: readonly Stored[],
	known: (id: string) => Stored | undefined
): Stored[] {
	const replaced = changed.flatMap(({ entry }) => known(entry.id) ?? []);
	if (changed.length > FEW) {
		const gone = new Set(replaced);
		const rest = gone.size === 0 ? list : list.filter((one) => !gone.has(one));
		return merged(
			rest,
			[...changed].sort((a, b) => at(b) - at(a))
		);
	}
	const all = [...list];
	for (const one of changed) {
		const before = known(one.entry.id);
		const index = before ? indexOf(all, before) : -1;
		if (before && at(before) === at(one)) {
			all[index] = one;
			continue;
		}
		if (before) all.splice(index, 1);
		all.splice(firstBehind(all, at(one)), 0, one);
	}
	return all;
}

/** Where the first one written before this instant stands. */
function firstBehind(list: readonly Stored[], instant: number): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const one = list[middle];
		if (one && at(one) >= instant) low = middle + 1;
		else high = middle;
	}
	return low;
}

function indexOf(list: readonly Stored[], one: Stored): number {
	let index = firstBehind(list, at(one)) - 1;
	while (index > 0 && list[index] !== one) index -= 1;
	return index;
}

/** Two lists, each newest first, as one. */
function merged(known: readonly Stored[], added: readonly Stored[]): Stored[] {
	const all: Stored[] = [];
	let next = 0;
	for (const one of known) {
		for (let other = added[next]; other && at(other) > at(one); other = added[next]) {
			all.push(other);
			next += 1;
		}
		all.push(one);
	}
	return all.concat(added.slice(next));
}
