import type { Entry } from '$lib/model/entry';

/** An entry with the revision under which it is stored. */
export interface StoredEntry {
	entry: Entry;
	rev: number;
}

/** The most entries that are inserted one by one. */
const MAX_SPLICES = 16;

const writtenAt = ({ entry }: StoredEntry): number => entry.written.at;

/**
 * Takes a list, newest first, and returns it with `changed` inserted, each in place of the one that `findKnown` returns
 * for it. Of entries written in one moment the one that was added later comes later.
 *
 * A save inserts one into fifty thousand, and "Saved" waits for it: the list is copied, and searched by bisection.
 */
export function upsertSorted(
	list: readonly StoredEntry[],
	changed: readonly StoredEntry[],
	findKnown: (id: string) => StoredEntry | undefined
): StoredEntry[] {
	const replaced = changed.flatMap(({ entry }) => findKnown(entry.id) ?? []);
	if (changed.length > MAX_SPLICES) {
		const stale = new Set(replaced);
		const rest = stale.size === 0 ? list : list.filter((one) => !stale.has(one));
		return mergeSorted(
			rest,
			[...changed].sort((a, b) => writtenAt(b) - writtenAt(a))
		);
	}
	const all = [...list];
	for (const one of changed) {
		const before = findKnown(one.entry.id);
		const index = before ? indexOf(all, before) : -1;
		if (before && writtenAt(before) === writtenAt(one)) {
			all[index] = one;
			continue;
		}
		if (before) all.splice(index, 1);
		all.splice(insertionIndex(all, writtenAt(one)), 0, one);
	}
	return all;
}

/** Returns the index of the first one written before this instant. */
function insertionIndex(list: readonly StoredEntry[], instant: number): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const one = list[middle];
		if (one && writtenAt(one) >= instant) low = middle + 1;
		else high = middle;
	}
	return low;
}

function indexOf(list: readonly StoredEntry[], one: StoredEntry): number {
	let index = insertionIndex(list, writtenAt(one)) - 1;
	while (index > 0 && list[index] !== one) index -= 1;
	return index;
}

/** Merges two lists, each newest first. */
function mergeSorted(known: readonly StoredEntry[], added: readonly StoredEntry[]): StoredEntry[] {
	const all: StoredEntry[] = [];
	let next = 0;
	for (const one of known) {
		for (let other = added[next]; other && writtenAt(other) > writtenAt(one); other = added[next]) {
			all.push(other);
			next += 1;
		}
		all.push(one);
	}
	return all.concat(added.slice(next));
}
