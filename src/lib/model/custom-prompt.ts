import { randomId } from '$lib/id/random-id';
import { momentAt, type Moment } from './moment';

/** A question that the writer asks themselves, beside those of a section. Sealed like an entry. */
export interface CustomPrompt {
	/** 128 random bits, in hex. */
	id: string;
	/** The companion and the section it stands beside, by their ids. */
	companion: string;
	section: string;
	text: string;
	made: Moment;
}

/** Returns a new question beside a section of a companion. */
export function newCustomPrompt(companion: string, section: string, text: string): CustomPrompt {
	return { id: randomId(), companion, section, text, made: momentAt(Date.now()) };
}

/** The most characters of a question. */
export const MAX_PROMPT_LENGTH = 300;
