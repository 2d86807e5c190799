import type { Topic } from '$lib/model/entry';
import { letterKinds } from '$lib/model/vocabulary';
import type { Session } from '$lib/session/session.svelte';
import { personalise } from '$lib/app/reading/question-list';
import { qualifiedSections } from '$lib/model/library-item';
import { companion } from '$lib/app/reading/builtin-companion';

/**
 * Reads the topic of a new entry from a history state: the question of a section, as `promptRef` writes it, a question
 * of the writer's own, a letter, or none of these.
 */
export function readTopic(session: Session, { question = '', own, letter }: App.PageState): Topic {
	const [number, position, id] = question.split('.');
	const item = id ? (session.journal?.library.all.find((one) => one.id === id) ?? null) : null;
	const sections = id ? (item ? qualifiedSections(item) : []) : companion.sections;
	const section = sections.find((one) => one.number === Number(number)) ?? null;
	const prompt = section?.prompts[Number(position) - 1];
	const personalised = prompt && personalise(prompt, session.settings);
	const customPrompt = own && session.journal?.customPrompts.find(({ id }) => id === own);
	return {
		companion: customPrompt ? customPrompt.companion : (item?.companion ?? companion).id,
		section,
		prompt: customPrompt || personalised || null,
		letter: letterKinds[letter ?? -1] ?? null
	};
}
