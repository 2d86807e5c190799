import type { Stance } from '$lib/companion/companion';

/** What a person chose, and where they have read. Sealed like an entry. */
export interface Settings {
	/** Which questions come first; null offers everyone's. */
	stance: Stance | null;
	/** Whether the journal list shows the writing. */
	showWriting: boolean;
	/** Whether the browser may check the spelling of what is written. */
	spellcheck: boolean;
	/** Milliseconds without a sign of life after which the journal locks; null for never. */
	lockAfter: number | null;
	/** Milliseconds out of sight after which it locks; null to go by `lockAfter` alone. */
	lockHidden: number | null;
	/** Whether the page is covered while it is out of sight. */
	coverAway: boolean;
	/** Ids of the sections that were opened. */
	read: string[];
	/** Id of the section opened last. */
	here: string | null;
}

/** What holds until a person chooses. */
export const defaultSettings: Settings = {
	stance: null,
	showWriting: false,
	spellcheck: false,
	lockAfter: 120_000,
	lockHidden: null,
	coverAway: false,
	read: [],
	here: null
};
