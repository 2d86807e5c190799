import type { Entry } from '$lib/journal/entry';
import type { KeptCompanion } from '$lib/journal/kept-companion';
import type { OwnPrompt } from '$lib/journal/own-prompt';
import type { Version } from '$lib/journal/record-kinds';
import type { Settings } from '$lib/journal/settings';

/** What a file holds, in the shapes of this journal. Nothing of it is in the journal yet. */
export interface Incoming {
	entries: Entry[];
	versions: Version[];
	prompts: OwnPrompt[];
	library: KeptCompanion[];
	/** Choices, from a backup of our own; null from anywhere else. */
	settings: Partial<Settings> | null;
	/** What the file holds and the journal does not take, item by item. */
	skipped: Skipped[];
}

/** One thing that is not taken: `what` names it as the file does, `why` is a code that the pages put in words. */
export interface Skipped {
	what: string;
	why: string;
}
