import { randomId } from '$lib/vault/vault';
import type { Entry } from './entry';
import type { MarginNote } from './margin-note';

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
 * rest `theirs`. Margin notes and tags are put together one by one.
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

/** Three ways, by their ids: what one place took away and the other left as it was is gone; no reworded note is lost. */
function mergedMargin(from: Notes, mine: Notes, theirs: Notes): Notes['margin'] {
	const [before, here, there] = [byId(from), byId(mine), byId(theirs)];
	const ids = [...new Set([...here.keys(), ...there.keys()])];
	return ids
		.flatMap((id) => {
			const [was, one, other] = [before.get(id), here.get(id), there.get(id)];
			const same = (note: MarginNote | undefined): boolean => note?.text === was?.text;
			if (one && other) {
				if (same(one)) return other;
				// Reworded in both places: both wordings stay.
				const both = was && !same(other) && one.text !== other.text;
				return both ? [one, { ...other, id: randomId() }] : one;
			}
			const left = one ?? other;
			return left && !(was && same(left)) ? left : [];
		})
		.sort((one, other) => one.written.at - other.written.at);
}

function byId({ margin }: Notes): ReadonlyMap<string, MarginNote> {
	return new Map(margin.map((note) => [note.id, note]));
}

function mergedTags(from: Notes, mine: Notes, theirs: Notes): Notes['tags'] {
	const isOld = (tag: string): boolean => from.tags.includes(tag);
	const kept = mine.tags.filter((tag) => !isOld(tag) || theirs.tags.includes(tag));
	const added = theirs.tags.filter((tag) => !isOld(tag));
	return [...new Set([...kept, ...added])];
}

/** What takes a change of notes back that were so `before`, as far as what it said still stands. */
export function unsaid(change: Partial<Notes>, now: Notes, before: Notes): Partial<Notes> {
	const said = (Object.keys(change) as (keyof Notes)[]).filter(
		(name) => now[name] === change[name]
	);
	return Object.fromEntries(said.map((name) => [name, before[name]]));
}
