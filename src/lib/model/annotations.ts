import { dequal } from 'dequal/lite';
import { randomId } from '$lib/id/random-id';
import type { Entry } from './entry';
import type { MarginNote } from './margin-note';

/** The annotations of an entry: what a writer says about it, beside its text. */
export type Annotations = Pick<
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

/** Returns the annotations of an entry. */
export function annotationsOf(entry: Annotations): Annotations {
	const { asThey, before, after, words, hidden, sealedUntil } = entry;
	const { label, starred, tags, margin, threshold, uncompared, binned } = entry;
	return {
		asThey,
		before,
		after,
		words,
		hidden,
		sealedUntil,
		label,
		starred,
		tags,
		margin,
		threshold,
		uncompared,
		binned
	};
}

/** Whether two sets of annotations are equal. */
export function sameAnnotations(one: Annotations, other: Annotations): boolean {
	return dequal(annotationsOf(one), annotationsOf(other));
}

/**
 * Merges annotations, three ways, where `base` was changed in two places: returns what was changed in `mine`, and for
 * the rest `theirs`. Margin notes and tags are merged one by one.
 */
export function mergeAnnotations(
	base: Annotations,
	mine: Annotations,
	theirs: Annotations
): Annotations {
	const own = annotationsOf(mine);
	const differs = (key: keyof Annotations): boolean => !dequal(own[key], base[key]);
	const changed = Object.keys(own).filter((key) => differs(key as keyof Annotations));
	const merged: Annotations = {
		...annotationsOf(theirs),
		...Object.fromEntries(changed.map((key) => [key, own[key as keyof Annotations]]))
	};
	if (changed.includes('margin')) merged.margin = mergeMargin(base, own, theirs);
	if (changed.includes('tags')) merged.tags = mergeTags(base, own, theirs);
	return merged;
}

/**
 * Merges margin notes, three ways, by their ids: what one place removed and the other left unchanged is gone; no
 * reworded note is lost.
 */
function mergeMargin(
	base: Annotations,
	mine: Annotations,
	theirs: Annotations
): Annotations['margin'] {
	const [before, here, there] = [byId(base), byId(mine), byId(theirs)];
	const ids = [...new Set([...here.keys(), ...there.keys()])];
	return ids
		.flatMap((id) => {
			const [original, one, other] = [before.get(id), here.get(id), there.get(id)];
			const same = (note: MarginNote | undefined): boolean => note?.text === original?.text;
			if (one && other) {
				if (same(one)) return other;
				// Reworded in both places: both wordings stay.
				const both = original && !same(other) && one.text !== other.text;
				return both ? [one, { ...other, id: randomId() }] : one;
			}
			const remaining = one ?? other;
			return remaining && !(original && same(remaining)) ? remaining : [];
		})
		.sort((one, other) => one.written.at - other.written.at);
}

function byId({ margin }: Annotations): ReadonlyMap<string, MarginNote> {
	return new Map(margin.map((note) => [note.id, note]));
}

function mergeTags(base: Annotations, mine: Annotations, theirs: Annotations): Annotations['tags'] {
	const isOld = (tag: string): boolean => base.tags.includes(tag);
	const retained = mine.tags.filter((tag) => !isOld(tag) || theirs.tags.includes(tag));
	const added = theirs.tags.filter((tag) => !isOld(tag));
	return [...new Set([...retained, ...added])];
}

/** Returns the annotations that revert a change to their state `before`, as far as it is still unchanged. */
export function revertAnnotations(
	change: Partial<Annotations>,
	now: Annotations,
	before: Annotations
): Partial<Annotations> {
	const unchanged = (Object.keys(change) as (keyof Annotations)[]).filter(
		(name) => now[name] === change[name]
	);
	return Object.fromEntries(unchanged.map((name) => [name, before[name]]));
}
