import { randomId } from '$lib/id/random-id';
import { isExpired } from '$lib/model/bin';
import { entryDefaults, type Entry } from '$lib/model/entry';
import { momentAt } from '$lib/model/moment';
import { mergeAnnotations, type Annotations } from '$lib/model/annotations';
import type { Version } from '$lib/model/schema/entry';

/** A revision of an entry, with its earlier texts as far as they are known. */
export interface Revision {
	entry: Entry;
	earlier: readonly Version[];
}

/**
 * How another revision of an entry relates to the one here:
 * - `same`: the same text
 * - `older`: the one here continues it
 * - `newer`: it continues the one here
 * - `apart`: each has something that the other has not
 */
export type RevisionOrder = 'same' | 'older' | 'newer' | 'apart';

/**
 * Returns how `theirs` relates to `mine`. A text continues another if that is among its earlier ones, or if it begins
 * with all of it and was changed no sooner. A blank one is older than any.
 */
export function compareRevisions(mine: Revision, theirs: Revision): RevisionOrder {
	if (sameText(mine.entry.text, theirs.entry.text)) return 'same';
	if (isBlank(theirs.entry.text)) return 'older';
	if (isBlank(mine.entry.text)) return 'newer';
	const isOlder = hasText(mine, theirs.entry.text) || isContinuation(mine, theirs);
	const isNewer = hasText(theirs, mine.entry.text) || isContinuation(theirs, mine);
	if (isOlder && isNewer) {
		// After a return to an earlier text each has the other among its earlier ones.
		return theirs.entry.changed.at > mine.entry.changed.at ? 'newer' : 'older';
	}
	return isOlder ? 'older' : isNewer ? 'newer' : 'apart';
}

/** Whether a text is that of an entry, or one of its earlier ones. */
export function hasText({ entry, earlier }: Revision, text: string): boolean {
	return [entry, ...earlier].some((one) => sameText(one.text, text));
}

/** Whether two texts are the same but for surrounding white space. */
function sameText(one: string, other: string): boolean {
	return one === other || one.trim() === other.trim();
}

/**
 * Merges the annotations of an entry from two places without a known base: takes what only one of them has, and else
 * what `first` has. Margin notes and tags of both stay; a reworded note is there in both wordings. Only `first` decides
 * whether it is in the bin.
 */
export function combineAnnotations(first: Entry, second: Entry): Annotations {
	const [one, other] = [withoutDuplicates(first), withoutDuplicates(second)];
	const merged = mergeAnnotations(entryDefaults, one, other);
	const wordings = new Set(merged.margin.map(({ text }) => text));
	const reworded = other.margin.filter(({ text }) => !wordings.has(text));
	const margin = [...merged.margin, ...reworded.map((note) => ({ ...note, id: randomId() }))];
	margin.sort((a, b) => a.written.at - b.written.at);
	// Where none was added, they keep their order.
	const hasNoneAdded = margin.length === one.margin.length;
	return { ...merged, margin: hasNoneAdded ? one.margin : margin, binned: first.binned };
}

/**
 * Returns an entry as it is imported: without duplicate words and tags, and where its time in the bin is over, with a
 * new one, so that it is not deleted before anyone has looked.
 */
export function normaliseEntry(entry: Entry): Entry {
	return {
		...withoutDuplicates(entry),
		binned: isExpired(entry) ? momentAt(Date.now()) : entry.binned
	};
}

/** Returns the ids of an entry's earlier texts with some added, each at its time; unknown ones stay where they are. */
export function orderVersions({ entry, earlier }: Revision, added: readonly Version[]): string[] {
	const times = new Map([...earlier, ...added].map(({ id, kept }) => [id, kept.at]));
	let last = -Infinity;
	const known = entry.versions.map((id) => ({ id, at: (last = times.get(id) ?? last) }));
	const all = [...known, ...added.map(({ id, kept }) => ({ id, at: kept.at }))];
	return all.sort((one, other) => one.at - other.at).map(({ id }) => id);
}

function withoutDuplicates(entry: Entry): Entry {
	return { ...entry, words: [...new Set(entry.words)], tags: [...new Set(entry.tags)] };
}

function isContinuation({ entry: one }: Revision, { entry: base }: Revision): boolean {
	return one.changed.at >= base.changed.at && one.text.trim().startsWith(base.text.trim());
}

function isBlank(text: string): boolean {
	return text.trim() === '';
}
