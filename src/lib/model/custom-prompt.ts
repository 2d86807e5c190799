import * as v from 'valibot';
import { randomId } from '$lib/id/random-id';
import { momentAt, momentSchema } from './moment';
import { idSchema, lineSchema } from './schema';

/** A question that the writer asks themselves, beside those of a section. Sealed like an entry. */
export type CustomPrompt = v.InferOutput<typeof customPromptSchema>;

export const customPromptSchema = v.strictObject({
	id: idSchema,
	/** The companion and the section it stands beside, by their ids. */
	companion: lineSchema,
	section: lineSchema,
	text: lineSchema,
	made: momentSchema
});

/** Returns a new question beside a section of a companion. */
export function newCustomPrompt(companion: string, section: string, text: string): CustomPrompt {
	return { id: randomId(), companion, section, text, made: momentAt(Date.now()) };
}

/** The most characters of a question. */
export const MAX_PROMPT_LENGTH = 300;
