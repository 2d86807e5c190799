import type { Prompt, Section } from '$lib/companion/companion';
import type { Draft } from '$lib/journal/draft.svelte';
import type { Session } from '$lib/session/session.svelte';
import { companion } from '../whole-companion';

/** Milliseconds within which an unfinished answer counts as the same sitting. */
const SAME_SITTING = 6 * 3_600_000;

/**
 * Returns the draft for what a place in the history asks for: an entry to go on with, a question to
 * answer (an answer that was left unfinished a few hours ago is taken up again; an older one is left
 * alone, and not shown unasked), or a page without a question. With words that are on no page yet it is
 * always a new one.
 */
export async function draftFor(
	session: Session,
	state: App.PageState,
	words: string
): Promise<Draft> {
	if (words !== '') {
		const { section, prompt } = questionAt(state.question);
		const draft = await session.newDraft(companion.id, section, prompt);
		draft.type(words);
		return draft;
	}
	const unsaved = session.unsaved.find(({ entry }) => entry.id === state.entry);
	if (unsaved) return unsaved;
	const stored = state.entry ? session.journal?.find(state.entry) : null;
	if (stored) return session.draft(stored.entry, stored.rev);
	const { section, prompt } = questionAt(state.question);
	const open = session.unsaved.find(
		({ entry }) => prompt && entry.question?.promptId === prompt.id
	);
	if (open) return open;
	const unfinished =
		prompt &&
		session.journal
			?.answersTo(prompt.id)
			.find((one) => !one.finished && Date.now() - one.changed.at < SAME_SITTING);
	if (unfinished) {
		return session.draft(unfinished, session.journal?.find(unfinished.id)?.rev ?? null);
	}
	return session.newDraft(companion.id, section, prompt);
}

/** Reads `4.7`: the fourth section's seventh question; a 0 stands for none. */
export function questionAt(place = ''): { section: Section | null; prompt: Prompt | null } {
	const [number, position] = place.split('.').map(Number);
	const section = companion.sections.find((one) => one.number === number) ?? null;
	return { section, prompt: section?.prompts[(position ?? 0) - 1] ?? null };
}
