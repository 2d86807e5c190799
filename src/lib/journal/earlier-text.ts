import { mostlyReplaced } from './mostly-replaced';

/** Milliseconds: an entry that was left for longer than this is taken up again on a new occasion. */
const OCCASION = 30 * 60_000;

/** What of an entry is on the disk. */
interface Kept {
	text: string;
	/** The longest text that was there and is not among the earlier versions yet. */
	fullest: string;
	/** When it was last changed, in milliseconds. */
	changed: number;
}

/**
 * Which text to keep as an earlier version before `next` takes its place at `now` (milliseconds); null where
 * there is no reason to. `always` keeps what is there however little is changed.
 */
export function earlierText(kept: Kept, next: string, now: number, always: boolean): string | null {
	if (kept.fullest.trim() === '') return null;
	const laterOccasion = now - kept.changed > OCCASION;
	const earlier = always
		? kept.text
		: mostlyReplaced(kept.fullest, next)
			? kept.fullest
			: laterOccasion
				? kept.text
				: null;
	return earlier === next ? null : earlier;
}
