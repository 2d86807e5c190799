import type { Topic } from '$lib/journal/entry';
import { letters } from '$lib/journal/letter';
import type { Session } from '$lib/session/session.svelte';
import { worded } from '../offered';
import { companion } from '../whole-companion';

/**
 * Reads what a place in the history says a new page is for: `4.7` the fourth section's seventh question (a 0
 * stands for none), a question of the writer's own, a letter, or nothing of these.
 */
export function topicAt(session: Session, { question = '', own, letter }: App.PageState): Topic {
	const [number, position] = question.split('.').map(Number);
	const section = companion.sections.find((one) => one.number === number) ?? null;
	const prompt = section?.prompts[(position ?? 0) - 1];
	const asked = prompt && worded(prompt, session.settings);
	const theirs = own && session.journal?.ownPrompts.find(({ id }) => id === own);
	return {
		companion: companion.id,
		section,
		prompt: theirs || asked || null,
		letter: letters[letter ?? -1] ?? null
	};
}
