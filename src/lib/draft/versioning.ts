/** Milliseconds without a change after which writing goes on as a new occasion. */
const SITTING_GAP_MS = 30 * 60_000;

/** The saved text of an entry. */
interface SavedText {
	text: string;
	/** The longest text that was there and is not among the earlier versions yet. */
	longest: string;
	/** When it was last changed, in milliseconds. */
	changed: number;
}

/**
 * Returns the text to keep as an earlier version before `next` replaces it at `now` (milliseconds); null where there is
 * no reason to. `always` keeps the saved text however little is changed.
 */
export function versionToSave(
	saved: SavedText,
	next: string,
	now: number,
	isForced: boolean
): string | null {
	if (saved.longest.trim() === '') return null;
	const isNewSitting = now - saved.changed > SITTING_GAP_MS;
	const earlier = isForced
		? saved.text
		: isMostlyReplaced(saved.longest, next)
			? saved.longest
			: isNewSitting
				? saved.text
				: null;
	return earlier === next ? null : earlier;
}

/**
 * Whether less than half of a text is left in the one that replaces it, counting what they begin and end
 * with in common: a deletion, an emptying, or something else pasted over it.
 */
function isMostlyReplaced(before: string, after: string): boolean {
	const limit = Math.min(before.length, after.length);
	let start = 0;
	while (start < limit && before[start] === after[start]) start += 1;
	let end = 0;
	while (end < limit - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
	return start + end < before.length / 2;
}
