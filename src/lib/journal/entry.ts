import type { Depth, Prompt, Section, Stance } from '$lib/companion/companion';
import { randomId } from '$lib/vault/vault';
import { momentAt, type Moment } from './moment';

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
	/** When its first word was written. */
	written: Moment;
	/** When it was last changed; the same as `written` until then. */
	changed: Moment;
	/** False while the writer has not said "stop here". */
	finished: boolean;
	/** Ids of the earlier versions of the text, oldest first. */
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

/** Returns a new entry without a word, for a section and a prompt of a companion, or for neither. */
export function newEntry(companion: string, section: Section | null, prompt: Prompt | null): Entry {
	const now = momentAt(Date.now());
	return {
		id: randomId(),
		companion,
		section: section && { id: section.id, number: section.number, name: section.name },
		question: prompt && {
			promptId: prompt.id,
			text: prompt.text,
			stance: prompt.stance,
			depth: prompt.depth
		},
		text: '',
		written: now,
		changed: now,
		finished: false,
		versions: [],
		copyOf: null
	};
}
