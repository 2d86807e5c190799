import { saysSomething, type CheckIn } from './check-in';
import type { Entry } from './entry';

/*
 * What a person may want to see of their pages when they look back. Each page belongs to the calendar day on
 * which its writer wrote it, wherever they were. Entries come newest first, as a journal has them, and go out
 * oldest first. Nothing here reads what a page says.
 */

/** The pages of each day, by day, in the order of the calendar. */
export function pagesByDay<Page extends Pick<Entry, 'written'>>(
	entries: readonly Page[]
): ReadonlyMap<string, readonly Page[]> {
	const days = [...grouped(entries.toReversed(), ({ written }) => written.day)];
	return new Map(days.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * Whether a page shows something of itself: neither hidden nor sealed. A page whose day has come counts as
 * sealed until its writer takes the seal off.
 */
export function isShown({ hidden, sealedUntil }: Pick<Entry, 'hidden' | 'sealedUntil'>): boolean {
	return !hidden && sealedUntil === null;
}

/** The pages that do. */
export function shown<Page extends Pick<Entry, 'hidden' | 'sealedUntil'>>(
	entries: readonly Page[]
): Page[] {
	return entries.filter(isShown);
}

/** What was said before and after one page. */
export interface CheckedIn {
	id: string;
	day: string;
	before: CheckIn | null;
	after: CheckIn | null;
}

/** The pages with a check-in. */
export function checkIns(
	entries: readonly Pick<Entry, 'id' | 'written' | 'before' | 'after'>[]
): CheckedIn[] {
	return entries
		.filter(({ before, after }) => saysSomething(before) || saysSomething(after))
		.toReversed()
		.map(({ id, written, before, after }) => ({ id, day: written.day, before, after }));
}

/** The words for feelings that were chosen, in the order of the alphabet, each with its pages. */
export function feelingsNamed<Page extends Pick<Entry, 'words'>>(
	entries: readonly Page[]
): { word: string; pages: Page[] }[] {
	const chosen = entries
		.filter(({ words }) => words.length > 0)
		.toReversed()
		.flatMap((page) => page.words.map((word) => ({ word, page })));
	const { compare } = new Intl.Collator('en');
	return [...grouped(chosen, ({ word }) => word)]
		.sort(([one], [other]) => compare(one, other))
		.map(([word, all]) => ({ word, pages: all.map(({ page }) => page) }));
}

/** What was written to one part; `section` is null for pages that belong to none. */
export interface Visited {
	section: Entry['section'];
	pages: number;
	/** Different questions that were answered. */
	questions: number;
}

/** The parts that were written to, in their order; what belongs to none comes last. */
export function partsVisited(entries: readonly Pick<Entry, 'section' | 'question'>[]): Visited[] {
	const place = ({ section }: Visited): number => section?.number ?? Infinity;
	return [...grouped(entries, ({ section }) => section?.id ?? '')]
		.map(([, pages]) => ({
			section: pages[0]?.section ?? null,
			pages: pages.length,
			questions: new Set(pages.flatMap(({ question }) => question?.promptId ?? [])).size
		}))
		.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

function grouped<Item>(
	items: readonly Item[],
	nameOf: (item: Item) => string
): Map<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const name = nameOf(item);
		const group = groups.get(name);
		if (group) group.push(item);
		else groups.set(name, [item]);
	}
	return groups;
}
