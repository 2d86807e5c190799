import { isAnswered, type CheckIn } from '$lib/model/check-in';
import type { Entry } from '$lib/model/entry';

/*
 * What a person may want to see of their pages when they look back. Each page belongs to the calendar day on
 * which its writer wrote it, wherever they were. Entries come newest first, as a journal has them, and go out
 * oldest first. Nothing here reads what a page says.
 */

/** The pages of each day, by day, in the order of the calendar. */
export function entriesByDay<T extends Pick<Entry, 'written'>>(
	entries: readonly T[]
): ReadonlyMap<string, readonly T[]> {
	const days = [...groupBy(entries.toReversed(), ({ written }) => written.day)];
	return new Map(days.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * Whether a page shows something of itself: neither hidden nor sealed. A page whose day has come counts as
 * sealed until its writer takes the seal off.
 */
export function isVisible({ hidden, sealedUntil }: Pick<Entry, 'hidden' | 'sealedUntil'>): boolean {
	return !hidden && sealedUntil === null;
}

/** The pages that do. */
export function visibleEntries<T extends Pick<Entry, 'hidden' | 'sealedUntil'>>(
	entries: readonly T[]
): T[] {
	return entries.filter(isVisible);
}

/** What was said before and after one page. */
export interface EntryCheckIns {
	id: string;
	day: string;
	before: CheckIn | null;
	after: CheckIn | null;
}

/** The pages with a check-in. */
export function checkIns(
	entries: readonly Pick<Entry, 'id' | 'written' | 'before' | 'after'>[]
): EntryCheckIns[] {
	return entries
		.filter(({ before, after }) => isAnswered(before) || isAnswered(after))
		.toReversed()
		.map(({ id, written, before, after }) => ({ id, day: written.day, before, after }));
}

/** The words for feelings that were chosen, in the order of the alphabet, each with its pages. */
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

/** What was written to one part; `section` is null for pages that belong to none. */
export interface SectionCounts {
	section: Entry['section'];
	entryCount: number;
	/** Different questions that were answered. */
	questionCount: number;
}

/** The parts that were written to, in their order; what belongs to none comes last. */
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

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}
