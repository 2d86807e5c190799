import { dequal } from 'dequal/lite';
import type { Entry } from '$lib/model/entry';
import { annotationsOf, type Annotations } from '$lib/model/annotations';
import { MAX_TAGS } from '$lib/model/tags';

/** What was said of a page before an act, and after it. */
export interface BulkChange {
	before: Annotations;
	after: Annotations;
}

/**
 * Returns what is to be said of several entries so that `changes` comes to hold what it changed, by their ids.
 * Where it is asked anew, because another tab was first, the last answer holds.
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
 * What is to be said of an entry to take an act back: only what the act changed, and only where it still is as the
 * act left it. Of its tags, those the act added go and those it took off come back; all others stay.
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
