import { orderPrompts, promptWording, type Prompt } from '$lib/companion/companion';
import type { QualifiedSection } from '$lib/model/library-item';
import type { CustomPrompt } from '$lib/model/custom-prompt';
import type { Settings } from '$lib/model/settings';

/** A question as it is offered to a reader, and the page state with which the writing page answers it. */
export interface OfferedPrompt {
	prompt: Prompt | CustomPrompt;
	state: App.PageState;
}

/**
 * The questions of a section in the order in which they are offered: a gentle one of the reader's stance, then the
 * writer's own, then all others.
 */
export function listPrompts(
	section: QualifiedSection,
	settings: Settings,
	customPrompts: readonly CustomPrompt[]
): OfferedPrompt[] {
	const builtIn = orderPrompts(section, settings.stance).map((prompt) => ({
		prompt: personalise(prompt, settings),
		state: { question: promptRef(section, prompt.id) }
	}));
	const custom = customPrompts
		.filter((one) => one.section === section.id)
		.map((prompt) => ({ prompt, state: { question: promptRef(section), own: prompt.id } }));
	return [...builtIn.slice(0, 1), ...custom, ...builtIn.slice(1)];
}

type SectionRef = Pick<QualifiedSection, 'number' | 'prompts' | 'itemId'>;

/**
 * The position of a prompt: `4.7` is the seventh of the fourth section, `4.0` that section without a question. For a
 * companion of the library its random id is appended.
 */
export function promptRef({ number, prompts, itemId }: SectionRef, promptId?: string): string {
	const position = prompts.findIndex(({ id }) => id === promptId) + 1;
	return [number, position, ...(itemId === undefined ? [] : [itemId])].join('.');
}

/** Words a prompt for a reader who was left, or was not; one who still decides, or has not said, counts as not left. */
export function personalise(prompt: Prompt, { stance, wasLeft }: Settings): Prompt {
	const hasSaid = stance === 'recent' || stance === 'looking-back';
	return promptWording(prompt, hasSaid && wasLeft && prompt.stance !== 'deciding');
}
