import type { Draft } from '$lib/draft/draft.svelte';
import type { Session } from '$lib/session/session.svelte';
import { mayLieOpen } from '../may-lie-open';
import { topicAt } from './topic-at';

/** Milliseconds within which an unfinished answer counts as the same sitting. */
const SAME_SITTING = 6 * 3_600_000;

/**
 * Returns the draft for what a place in the history asks for: an entry to go on with, a question to
 * answer (an answer that was left unfinished a few hours ago is taken up again; an older one is left
 * alone, and not shown unasked), a letter, or a page without a question. `anew` takes nothing up. With words that are on no page
 * yet it is always a new one.
 */
export async function draftFor(
	session: Session,
	state: App.PageState,
	words: string
): Promise<Draft> {
	if (words !== '') {
		const draft = await session.newDraft(topicAt(session, state));
		draft.setText(words);
		return draft;
	}
	const unsaved = session.unsaved.find(({ entry }) => entry.id === state.entry);
	if (unsaved) return unsaved;
	const stored = state.entry
		? (session.journal?.find(state.entry) ?? (await session.journal?.reload(state.entry)))
		: null;
	if (stored && mayLieOpen(stored.entry, state.goOn)) {
		return session.draft(stored.entry, stored.rev);
	}
	const topic = topicAt(session, state);
	if (state.anew) return session.newDraft(topic);
	const asked = topic.prompt?.id;
	const open = session.unsaved.find(({ entry }) => asked && entry.question?.promptId === asked);
	if (open) return open;
	const unfinished =
		asked &&
		session.journal
			?.answersTo(asked)
			.find(
				(one) => !one.finished && mayLieOpen(one) && Date.now() - one.changed.at < SAME_SITTING
			);
	if (unfinished) {
		return session.draft(unfinished, session.journal?.find(unfinished.id)?.rev ?? null);
	}
	return session.newDraft(topic);
}
