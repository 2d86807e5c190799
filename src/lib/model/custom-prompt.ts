import type { CustomPrompt } from './schema/entry';
import { randomId } from '$lib/id/random-id';
import { momentAt } from './moment';

export type { CustomPrompt } from './schema/entry';

/** Returns a new custom prompt for a section of a companion. */
export function newCustomPrompt(companion: string, section: string, text: string): CustomPrompt {
	return { id: randomId(), companion, section, text, made: momentAt(Date.now()) };
}

/** The most characters of a custom prompt. */
export const MAX_PROMPT_LENGTH = 300;
