import type { Prompt, Section } from '$lib/companion/companion';
import type { Draft } from '$lib/journal/draft.svelte';
import type { Session } from '$lib/session/session.svelte';
import { companion } from '../companion-in-use';

/**
 * Returns the draft for what a place in the history asks for: an entry to go on with, a question to
 * answer (an unfinished answer to it is taken up again), or a page without a question.
 */
export async function draftFor(session: Session, state: App.PageState): Promise<Draft> {
	const unsaved = session.unsaved.find(({ entry }) => entry.id === state.entry);
	if (unsaved) return unsaved;
	const stored = state.entry ? session.journal?.find(state.entry) : null;
	if (stored) return session.draft(stored.entry, stored.rev);
	const { section, prompt } = questionAt(state.question);
	const unfinished = prompt && session.journal?.answersTo(prompt.id).find((one) => !one.finished);
	if (unfinished) {
		return session.draft(unfinished, session.journal?.find(unfinished.id)?.rev ?? null);
	}
	return session.newDraft(companion.id, section, prompt);
}

/** Reads `4.7`: the fourth section's seventh question; a 0 stands for none. */
function questionAt(place = ''): { section: Section | null; prompt: Prompt | null } {
	const [number, position] = place.split('.').map(Number);
	const section = companion.sections.find((one) => one.number === number) ?? null;
	return { section, prompt: section?.prompts[(position ?? 0) - 1] ?? null };
}
