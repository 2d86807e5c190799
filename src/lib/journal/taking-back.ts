import type { Entry } from './entry';
import { notesOf, type Notes } from './notes';
import { MOST_TAGS } from './tags';

/** What was said of a page before an act, and after it. */
export interface Change {
	was: Notes;
	became: Notes;
}

/**
 * Returns what is to be said of several entries so that `changes` comes to hold what it changed, by their ids.
 * Where it is asked anew, because another tab was first, the last answer holds.
 */
export function recorded(
	change: (entry: Entry) => Partial<Notes>,
	changes: Map<string, Change>
): (entry: Entry) => Partial<Notes> {
	return (entry) => {
		const said = change(entry);
		changes.set(entry.id, { was: notesOf(entry), became: notesOf({ ...entry, ...said }) });
		return said;
	};
}

/**
 * What is to be said of an entry to take an act back: only what the act changed, and only where it still is as the
 * act left it. Of its tags, those the act added go and those it took off come back; all others stay.
 */
export function takenBack(now: Notes, { was, became }: Change): Partial<Notes> {
	const said = notesOf(was);
	const same = (key: keyof Notes, one: Notes, other: Notes): boolean =>
		JSON.stringify(one[key]) === JSON.stringify(other[key]);
	const back = (Object.keys(said) as (keyof Notes)[]).filter(
		(key) => !same(key, was, became) && same(key, now, became)
	);
	return {
		...Object.fromEntries(back.map((key) => [key, said[key]])),
		...(back.includes('tags') || same('tags', was, became)
			? {}
			: { tags: tagsTakenBack(now.tags, was.tags, became.tags) })
	};
}

function tagsTakenBack(
	now: readonly string[],
	was: readonly string[],
	became: readonly string[]
): string[] {
	const stay = now.filter((tag) => was.includes(tag) || !became.includes(tag));
	const missing = was.filter((tag) => !became.includes(tag) && !stay.includes(tag));
	return [...stay, ...missing.slice(0, Math.max(0, MOST_TAGS - stay.length))];
}
