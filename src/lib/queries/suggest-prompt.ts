import { orderPrompts, type Prompt, type Section, type Stance } from '$lib/companion/companion';

/**
 * Suggests a gentle prompt of `section` for another day, after writing in it: one that was not answered yet first; null
 * where the section has none. `answered` holds the ids of prompts with an answer.
 */
export function suggestPrompt(
	section: Section,
	stance: Stance | null,
	answered: ReadonlySet<string>,
	justAnswered: string | null
): Prompt | null {
	const gentle = orderPrompts(section, stance).filter(
		({ depth, id }) => depth === 'gentle' && id !== justAnswered
	);
	return gentle.find(({ id }) => !answered.has(id)) ?? gentle[0] ?? null;
}

/**
 * Suggests a prompt of this section with a more distant view (an observer's, a friend's, a past or a future view), the
 * reader's own stance first; null where there is none.
 */
export function suggestDistancedPrompt(
	section: Section,
	stance: Stance | null,
	justAnswered: string | null
): Prompt | null {
	return (
		orderPrompts(section, stance).find(
			({ view, id }) => view !== 'first' && view !== 'letter' && id !== justAnswered
		) ?? null
	);
}
