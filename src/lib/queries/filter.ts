import type { Stance } from '$lib/companion/companion';
import type { Entry } from '$lib/model/entry';
import { visibleEntries } from './statistics';

/** Which pages are asked for. What is null or false asks for nothing, and the rest must hold together. */
export interface EntryFilter {
	/** The companion beside whose parts they were written, by its id. */
	companion: string | null;
	/** A part, as `sectionKey` names it. */
	section: string | null;
	/** A question, as `promptKey` names it. */
	prompt: string | null;
	/** For whom the question was written. */
	stance: Stance | null;
	/** The first and the last calendar day, `2026-01-31`, each as the writer had it. */
	from: string | null;
	until: string | null;
	starred: boolean;
	/** With a note in the margin. */
	hasMarginNote: boolean;
	unfinished: boolean;
	/** A word for a feeling, as it was chosen. */
	word: string | null;
	tag: string | null;
}

/** Asks for every page. */
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

/** What names the part of a page that belongs to none. */
export const NO_SECTION = 'none';

/** Takes an entry and returns what names its part, in whichever companion. */
export function sectionKey({ companion, section }: Pick<Entry, 'companion' | 'section'>): string {
	return section ? `${companion}/${section.id}` : NO_SECTION;
}

/** The same for its question; null for a page without one. */
export function promptKey({
	companion,
	question
}: Pick<Entry, 'companion' | 'question'>): string | null {
	return question && `${companion}/${question.promptId}`;
}

/** Whether it asks for anything. */
export function isActive(filter: EntryFilter): boolean {
	return Object.values(filter).some((value) => value !== null && value !== false);
}

/** The entries that are asked for, in their order; never a hidden or a sealed one. */
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
	// Days as they are stored are in the order of their letters.
	if (from !== null) all.push(({ written }) => written.day >= from);
	if (until !== null) all.push(({ written }) => written.day <= until);
	if (starred) all.push((entry) => entry.starred);
	if (hasMarginNote) all.push(({ margin }) => margin.length > 0);
	if (unfinished) all.push(({ finished }) => !finished);
	if (word !== null) all.push(({ words }) => words.includes(word));
	if (tag !== null) all.push(({ tags }) => tags.includes(tag));
	return all;
}
