import type { Entry } from './entry';

/** What a writer says about an entry, beside its text. */
export type Notes = Pick<
	Entry,
	| 'asThey'
	| 'before'
	| 'after'
	| 'words'
	| 'hidden'
	| 'sealedUntil'
	| 'label'
	| 'starred'
	| 'tags'
	| 'margin'
	| 'threshold'
	| 'uncompared'
	| 'binned'
>;

/** The notes of an entry. */
export function notesOf(entry: Notes): Notes {
	const { asThey, before, after, words, hidden, sealedUntil } = entry;
	const { label, starred, tags, margin, threshold, uncompared, binned } = entry;
	return {
		...{ asThey, before, after, words, hidden, sealedUntil },
		...{ label, starred, tags, margin, threshold, uncompared, binned }
	};
}

/** Whether two sets of notes say the same. */
export function sameNotes(one: Notes, other: Notes): boolean {
	return JSON.stringify(notesOf(one)) === JSON.stringify(notesOf(other));
}

/**
 * The notes that hold when `from` was changed in two places: what was changed to `mine` here, and for the
 * rest `theirs`. Margin notes and tags that were added in either place are kept.
 */
export function mergedNotes(from: Notes, mine: Notes, theirs: Notes): Notes {
	const said = notesOf(mine);
	const differs = (key: keyof Notes): boolean =>
		JSON.stringify(said[key]) !== JSON.stringify(from[key]);
	const changed = Object.keys(said).filter((key) => differs(key as keyof Notes));
	const merged: Notes = {
		...notesOf(theirs),
		...Object.fromEntries(changed.map((key) => [key, said[key as keyof Notes]]))
	};
	if (changed.includes('margin')) merged.margin = mergedMargin(from, said, theirs);
	if (changed.includes('tags')) merged.tags = mergedTags(from, said, theirs);
	return merged;
}

function mergedMargin(from: Notes, mine: Notes, theirs: Notes): Notes['margin'] {
	const known = new Set(from.margin.map(({ id }) => id));
	const here = new Set(mine.margin.map(({ id }) => id));
	const added = theirs.margin.filter(({ id }) => !known.has(id) && !here.has(id));
	return [...mine.margin, ...added].sort((one, other) => one.written.at - other.written.at);
}

function mergedTags(from: Notes, mine: Notes, theirs: Notes): Notes['tags'] {
	const added = theirs.tags.filter((tag) => !from.tags.includes(tag));
	return [...new Set([...mine.tags, ...added])];
}
