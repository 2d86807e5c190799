import { emptySnapshot, type ImportedSnapshot } from '$lib/model/snapshot';

/** What was read from a file, and what was not. */
export interface ImportData extends ImportedSnapshot {
	/** What the file holds and the journal does not take, item by item. */
	skipped: SkippedItem[];
}

/** Nothing read yet. */
export function emptyImportData(): ImportData {
	return { ...emptySnapshot(), skipped: [] };
}

/** One thing that is not taken: `what` names it as the file does, `why` is a code that the pages put in words. */
export interface SkippedItem {
	name: string;
	reason: string;
}
