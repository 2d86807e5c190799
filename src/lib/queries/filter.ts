import type { Stance } from '$lib/companion/companion';
import type { Entry } from '$lib/model/entry';
import { visibleEntries } from './statistics';

/** A filter of entries. A field that is null or false filters nothing; all others must match. */
export interface EntryFilter {
	/** The id of the companion to whose sections they were written. */
	companion: string | null;
	/** A section, by its `sectionKey`. */
	section: string | null;
	/** A question, by its `promptKey`. */
	prompt: string | null;
	/** The stance for which the question was written. */
	stance: Stance | null;
	/** The first and the last calendar day, `2026-01-31`, each as the writer had it. */
	from: string | null;
	until: string | null;
	starred: boolean;
	/** Whether it must have a margin note. */
	hasMarginNote: boolean;
	unfinished: boolean;
	/** A word for a feeling, as it was chosen. */
	word: string | null;
	tag: string | null;
}

/** The filter that every entry matches. */
export const noFilter: EntryFilter = {
	companion: null,
	section: null,
	prompt: null,
	stance: null,
	from: null,
	until: null,
	starred: false,
	hasMarginNote: false,
	unfinished: false,
	word: null,
	tag: null
};

/** The section key of an entry that belongs to no section. */
export const NO_SECTION = 'none';

/** Returns the key of an entry's section, unique across companions. */
export function sectionKey({ companion, section }: Pick<Entry, 'companion' | 'section'>): string {
	return section ? `${companion}/${section.id}` : NO_SECTION;
}

/** Returns the same for its question; null for an entry without one. */
export function promptKey({
	companion,
	question
}: Pick<Entry, 'companion' | 'question'>): string | null {
	return question && `${companion}/${question.promptId}`;
}

/** Whether a filter filters anything. */
export function isActive(filter: EntryFilter): boolean {
	return Object.values(filter).some((value) => value !== null && value !== false);
}

/** Returns the entries that match, in their order; never a hidden or a time-locked one. */
export function applyFilter(entries: readonly Entry[], filter: EntryFilter): Entry[] {
	const conditions = conditionsOf(filter);
	return visibleEntries(entries).filter((entry) => conditions.every((holds) => holds(entry)));
}

function conditionsOf(filter: EntryFilter): ((entry: Entry) => boolean)[] {
	const { companion, section, prompt, stance, from, until } = filter;
	const { starred, hasMarginNote, unfinished, word, tag } = filter;
	const all: ((entry: Entry) => boolean)[] = [];
	if (companion !== null) {
		all.push((entry) => entry.section !== null && entry.companion === companion);
	}
	if (section !== null) all.push((entry) => sectionKey(entry) === section);
	if (prompt !== null) all.push((entry) => promptKey(entry) === prompt);
	if (stance !== null) all.push(({ question }) => question?.stance === stance);
	// Stored days sort as strings.
	if (from !== null) all.push(({ written }) => written.day >= from);
	if (until !== null) all.push(({ written }) => written.day <= until);
	if (starred) all.push((entry) => entry.starred);
	if (hasMarginNote) all.push(({ margin }) => margin.length > 0);
	if (unfinished) all.push(({ finished }) => !finished);
	if (word !== null) all.push(({ words }) => words.includes(word));
	if (tag !== null) all.push(({ tags }) => tags.includes(tag));
	return all;
}
