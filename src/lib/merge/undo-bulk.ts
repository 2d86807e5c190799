import { dequal } from 'dequal/lite';
import type { Entry } from '$lib/model/entry';
import { annotationsOf, type Annotations } from '$lib/model/annotations';
import { MAX_TAGS } from '$lib/model/tags';

/** The annotations of an entry before a bulk edit, and after it. */
export interface BulkChange {
	before: Annotations;
	after: Annotations;
}

/**
 * Wraps the `change` of a bulk edit so that `changes` records what it changed, by the ids of the entries. Where it is
 * called again, on a conflict with another tab, the last result counts.
 */
export function recordUndo(
	change: (entry: Entry) => Partial<Annotations>,
	changes: Map<string, BulkChange>
): (entry: Entry) => Partial<Annotations> {
	return (entry) => {
		const annotations = change(entry);
		changes.set(entry.id, {
			before: annotationsOf(entry),
			after: annotationsOf({ ...entry, ...annotations })
		});
		return annotations;
	};
}

/**
 * Returns the annotations that undo a bulk edit of an entry: only what the edit changed, and only where it is unchanged
 * since. Of the tags, those that the edit added go and those that it removed come back; all others stay.
 */
export function undoChange(now: Annotations, { before, after }: BulkChange): Partial<Annotations> {
	const original = annotationsOf(before);
	const same = (key: keyof Annotations, one: Annotations, other: Annotations): boolean =>
		dequal(one[key], other[key]);
	const undone = (Object.keys(original) as (keyof Annotations)[]).filter(
		(key) => !same(key, before, after) && same(key, now, after)
	);
	return {
		...Object.fromEntries(undone.map((key) => [key, original[key]])),
		...(undone.includes('tags') || same('tags', before, after)
			? {}
			: { tags: undoTags(now.tags, before.tags, after.tags) })
	};
}

function undoTags(
	now: readonly string[],
	before: readonly string[],
	after: readonly string[]
): string[] {
	const remaining = now.filter((tag) => before.includes(tag) || !after.includes(tag));
	const missing = before.filter((tag) => !after.includes(tag) && !remaining.includes(tag));
	return [...remaining, ...missing.slice(0, Math.max(0, MAX_TAGS - remaining.length))];
}
