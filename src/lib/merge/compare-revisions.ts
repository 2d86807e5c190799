import { randomId } from '$lib/id/random-id';
import { isExpired } from '$lib/model/bin';
import { entryDefaults, type Entry } from '$lib/model/entry';
import { momentAt } from '$lib/model/moment';
import { mergeAnnotations, type Annotations } from '$lib/model/annotations';
import type { Version } from '$lib/model/schema/entry';

/** An entry with its earlier texts, as far as they are known. */
export interface Revision {
	entry: Entry;
	earlier: readonly Version[];
}

/**
 * How another state of an entry stands to the one that is here:
 * - `same`: the same text
 * - `older`: the one here has gone on from it
 * - `newer`: it has gone on from the one here
 * - `apart`: each has something that the other has not
 */
export type RevisionOrder = 'same' | 'older' | 'newer' | 'apart';

/**
 * Tells how `theirs` stands to `mine`. A text has gone on from another if that is among its earlier ones, or if it
 * begins with all of it and was changed no sooner. A blank one is older than any.
 */
export function compareRevisions(mine: Revision, theirs: Revision): RevisionOrder {
	if (sameText(mine.entry.text, theirs.entry.text)) return 'same';
	if (isBlank(theirs.entry.text)) return 'older';
	if (isBlank(mine.entry.text)) return 'newer';
	const isOlder = hasText(mine, theirs.entry.text) || isContinuation(mine, theirs);
	const isNewer = hasText(theirs, mine.entry.text) || isContinuation(theirs, mine);
	if (isOlder && isNewer) {
		// One that went back to an earlier text knows the other, and is known by it.
		return theirs.entry.changed.at > mine.entry.changed.at ? 'newer' : 'older';
	}
	return isOlder ? 'older' : isNewer ? 'newer' : 'apart';
}

/** Whether a text is that of an entry, or one of its earlier ones. */
export function hasText({ entry, earlier }: Revision, text: string): boolean {
	return [entry, ...earlier].some((one) => sameText(one.text, text));
}

/** White space round a text makes no other text of it. */
function sameText(one: string, other: string): boolean {
	return one === other || one.trim() === other.trim();
}

/**
 * What is said of an entry in two places, of which nobody knows how they came to differ: what is said in one of them
 * alone holds, and else what `first` says. Marginal notes and tags of both are kept; a note that was reworded stands
 * there in both wordings. Whether it is in the bin only `first` says.
 */
export function combineAnnotations(first: Entry, second: Entry): Annotations {
	const [one, other] = [withoutDuplicates(first), withoutDuplicates(second)];
	const merged = mergeAnnotations(entryDefaults, one, other);
	const wordings = new Set(merged.margin.map(({ text }) => text));
	const reworded = other.margin.filter(({ text }) => !wordings.has(text));
	const margin = [...merged.margin, ...reworded.map((note) => ({ ...note, id: randomId() }))];
	margin.sort((a, b) => a.written.at - b.written.at);
	// Where none came to them, they stay in the order in which they are.
	const hasNoneAdded = margin.length === one.margin.length;
	return { ...merged, margin: hasNoneAdded ? one.margin : margin, binned: first.binned };
}

/**
 * An entry as it comes into the journal: nothing stands twice where it can stand once, and one whose time in the bin
 * is over gets another, so that it is not gone before anyone has looked.
 */
export function normaliseEntry(entry: Entry): Entry {
	return {
		...withoutDuplicates(entry),
		binned: isExpired(entry) ? momentAt(Date.now()) : entry.binned
	};
}

/** The ids of an entry's earlier texts with some added, each at its time; those not known stay where they are. */
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
