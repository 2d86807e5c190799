import { groupBy } from '$lib/model/group-by';
import { isAnswered, type CheckIn } from '$lib/model/check-in';
import type { Entry } from '$lib/model/entry';

/*
 * Statistics of the entries, for looking back. Each entry belongs to the calendar day on which its writer wrote it,
 * wherever they were. Input is newest first, as a journal has the entries, and output oldest first. Nothing here reads
 * the text of an entry.
 */

/** Returns the entries of each day, by day, in the order of the calendar. */
export function entriesByDay<T extends Pick<Entry, 'written'>>(
	entries: readonly T[]
): ReadonlyMap<string, readonly T[]> {
	const days = [...groupBy(entries.toReversed(), ({ written }) => written.day)];
	return new Map(days.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * Whether an entry is visible: neither hidden nor time-locked. An entry whose day has come counts as time-locked until
 * its writer removes the lock.
 */
export function isVisible({ hidden, sealedUntil }: Pick<Entry, 'hidden' | 'sealedUntil'>): boolean {
	return !hidden && sealedUntil === null;
}

/** Returns the visible entries. */
export function visibleEntries<T extends Pick<Entry, 'hidden' | 'sealedUntil'>>(
	entries: readonly T[]
): T[] {
	return entries.filter(isVisible);
}

/** The check-ins before and after one entry. */
export interface EntryCheckIns {
	id: string;
	day: string;
	before: CheckIn | null;
	after: CheckIn | null;
}

/** Returns the check-ins of the entries that have one. */
export function checkIns(
	entries: readonly Pick<Entry, 'id' | 'written' | 'before' | 'after'>[]
): EntryCheckIns[] {
	return entries
		.filter(({ before, after }) => isAnswered(before) || isAnswered(after))
		.toReversed()
		.map(({ id, written, before, after }) => ({ id, day: written.day, before, after }));
}

/** Returns the words for feelings that were chosen, in alphabetical order, each with its entries. */
export function entriesByFeeling<T extends Pick<Entry, 'words'>>(
	entries: readonly T[]
): { word: string; entries: T[] }[] {
	const chosen = entries
		.filter(({ words }) => words.length > 0)
		.toReversed()
		.flatMap((entry) => entry.words.map((word) => ({ word, page: entry })));
	const { compare } = new Intl.Collator('en');
	return [...groupBy(chosen, ({ word }) => word)]
		.sort(([one], [other]) => compare(one, other))
		.map(([word, all]) => ({ word, entries: all.map(({ page: entry }) => entry) }));
}

/** The counts of one section; `section` is null for entries that belong to none. */
export interface SectionCounts {
	section: Entry['section'];
	entryCount: number;
	/** The number of different questions that were answered. */
	questionCount: number;
}

/** Returns the sections that were written to, in their order; entries of no section come last. */
export function countBySection(
	entries: readonly Pick<Entry, 'section' | 'question'>[]
): SectionCounts[] {
	const order = ({ section }: SectionCounts): number => section?.number ?? Infinity;
	return [...groupBy(entries, ({ section }) => section?.id ?? '')]
		.map(([, group]) => ({
			section: group[0]?.section ?? null,
			entryCount: group.length,
			questionCount: new Set(group.flatMap(({ question }) => question?.promptId ?? [])).size
		}))
		.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
