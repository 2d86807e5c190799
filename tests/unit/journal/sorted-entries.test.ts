import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newEntry } from '$lib/model/entry';
import { upsertSorted, type StoredEntry } from '$lib/journal/sorted-entries';

/* The list stays newest first, with one of each id, however many are put in at once. */

function stored(id: number, at: number, rev: number): StoredEntry {
	const entry = newEntry({ companion: 'walking-away' });
	return { entry: { ...entry, id: String(id), written: { ...entry.written, at } }, rev };
}

const some = fc.array(fc.tuple(fc.nat(40), fc.nat(12)), { maxLength: 40 });

test('whatever is put in, the list is as if it had been sorted anew', () => {
	fc.assert(
		fc.property(fc.array(some, { maxLength: 6 }), (turns) => {
			let list: StoredEntry[] = [];
			const byId = new Map<string, StoredEntry>();
			for (const [rev, turn] of turns.entries()) {
				const changed = [...new Map(turn).entries()].map(([id, at]) => stored(id, at, rev));
				list = upsertSorted(list, changed, (id) => byId.get(id));
				for (const one of changed) byId.set(one.entry.id, one);
				const ats = list.map(({ entry }) => entry.written.at);
				expect(ats).toEqual(ats.toSorted((a, b) => b - a));
				expect(new Set(list)).toEqual(new Set(byId.values()));
				expect(list).toHaveLength(byId.size);
			}
		})
	);
});

test('of one moment, what came later stands later, and what is changed keeps its place', () => {
	const [a, b, c] = [stored(1, 5, 1), stored(2, 5, 1), stored(3, 5, 1)];
	const all = [a, b, c].reduce<StoredEntry[]>(
		(list, one) => upsertSorted(list, [one], () => undefined),
		[]
	);
	expect(all).toEqual([a, b, c]);
	const changed = { ...b, rev: 2 };
	expect(upsertSorted(all, [changed], () => b)).toEqual([a, changed, c]);
});
