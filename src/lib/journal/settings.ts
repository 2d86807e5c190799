import type { Stance } from '$lib/companion/companion';

/** What a person chose, and where they have read. Sealed like an entry. */
export interface Settings {
	/** Which questions come first; null offers everyone's. */
	stance: Stance | null;
	/** Whether the journal list shows the writing. */
	showWriting: boolean;
	/** Whether the browser may check the spelling of what is written. */
	spellcheck: boolean;
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
	read: [],
	here: null
};
