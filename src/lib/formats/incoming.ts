import { emptySnapshot, type ImportedSnapshot } from '$lib/model/snapshot';

/** What was read from a file, and what was not. */
export interface Incoming extends ImportedSnapshot {
	/** What the file holds and the journal does not take, item by item. */
	skipped: Skipped[];
}

/** Nothing read yet. */
export function emptyIncoming(): Incoming {
	return { ...emptySnapshot(), skipped: [] };
}

/** One thing that is not taken: `what` names it as the file does, `why` is a code that the pages put in words. */
export interface Skipped {
	what: string;
	why: string;
}
