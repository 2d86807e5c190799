import { promptsFor, putTo, type Prompt } from '$lib/companion/companion';
import type { QualifiedSection } from '$lib/model/library-item';
import type { CustomPrompt } from '$lib/model/custom-prompt';
import type { Settings } from '$lib/model/settings';

/** A question as a reader is offered it, and what the writing page is told to have it answered. */
export interface Offered {
	prompt: Prompt | CustomPrompt;
	place: App.PageState;
}

/**
 * The questions of a section in the order in which they are offered: a gentle one of the reader's stance,
 * then those of the writer's own, then all others.
 */
export function offeredIn(
	section: QualifiedSection,
	settings: Settings,
	ownPrompts: readonly CustomPrompt[]
): Offered[] {
	const given = promptsFor(section, settings.stance).map((prompt) => ({
		prompt: worded(prompt, settings),
		place: { question: placeOf(section, prompt.id) }
	}));
	const own = ownPrompts
		.filter((one) => one.section === section.id)
		.map((prompt) => ({ prompt, place: { question: placeOf(section), own: prompt.id } }));
	return [...given.slice(0, 1), ...own, ...given.slice(1)];
}

type PlaceOfSection = Pick<QualifiedSection, 'number' | 'prompts' | 'itemId'>;

/**
 * Where a prompt stands: `4.7` is the seventh of the fourth section, `4.0` that section without a question. In a
 * kept companion its random id stands behind that.
 */
export function placeOf({ number, prompts, itemId }: PlaceOfSection, promptId?: string): string {
	const position = prompts.findIndex(({ id }) => id === promptId) + 1;
	return [number, position, ...(itemId === undefined ? [] : [itemId])].join('.');
}

/** A prompt as it is put to a reader who was left, or was not; who still decides, or has not said, was not. */
export function worded(prompt: Prompt, { stance, wasLeft }: Settings): Prompt {
	const said = stance === 'recent' || stance === 'looking-back';
	return putTo(prompt, said && wasLeft && prompt.stance !== 'deciding');
}
