import type { Depth, Stance } from '$lib/companion/companion';
import type { Moment } from './moment';

/** One piece of writing, with its question as it was worded then. */
export interface Entry {
	/** 128 random bits, in hex. */
	id: string;
	/** The companion the question came from. */
	companion: string;
	/** Where in the companion; null for writing without a question or a section. */
	section: { id: string; number: number; name: string } | null;
	/** The question; null for just writing. */
	question: Question | null;
	text: string;
	written: Moment;
	/** The last change on a later occasion; the same as `written` until there is one. */
	changed: Moment;
	/** False while the writer has not said "stop here". */
	finished: boolean;
	/** Earlier versions of the text, oldest first; each is a record of its own. */
	versions: string[];
	/** For a copy made because two tabs changed one entry: the other entry's id. */
	copyOf: string | null;
}

/** A prompt as it stood when it was answered; a later change to the companion alters nothing here. */
export interface Question {
	promptId: string;
	text: string;
	stance: Stance;
	depth: Depth;
}
