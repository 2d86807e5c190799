import type { Draft } from '$lib/draft/draft.svelte';
import type { Session } from '$lib/session/session.svelte';
import { isReadable } from '$lib/app/entry/is-readable';
import { readTopic } from './read-topic';

/** Milliseconds within which an unfinished answer counts as the same sitting. */
const SAME_SITTING_MS = 6 * 3_600_000;

/**
 * Returns the draft that a history state asks for: an entry to continue, a question to answer (an answer that was left
 * unfinished a few hours ago is continued; an older one is left alone, and not shown unasked), a letter, or an entry
 * without a question. `anew` continues nothing. With text that belongs to no entry yet it is always a new one.
 */
export async function openDraft(
	session: Session,
	state: App.PageState,
	text: string
): Promise<Draft> {
	if (text !== '') {
		const draft = await session.createDraft(readTopic(session, state));
		draft.setText(text);
		return draft;
	}
	const unsaved = session.unsavedDrafts.find(({ entry }) => entry.id === state.entry);
	if (unsaved) return unsaved;
	const stored = state.entry
		? (session.journal?.find(state.entry) ?? (await session.journal?.reload(state.entry)))
		: null;
	if (stored && isReadable(stored.entry, state.goOn)) {
		return session.openDraft(stored.entry, stored.rev);
	}
	const topic = readTopic(session, state);
	if (state.anew) return session.createDraft(topic);
	const promptId = topic.prompt?.id;
	const unsavedAnswer = session.unsavedDrafts.find(
		({ entry }) => promptId && entry.question?.promptId === promptId
	);
	if (unsavedAnswer) return unsavedAnswer;
	const unfinished =
		promptId &&
		session.journal
			?.answersTo(promptId)
			.find(
				(one) => !one.finished && isReadable(one) && Date.now() - one.changed.at < SAME_SITTING_MS
			);
	if (unfinished) {
		return session.openDraft(unfinished, session.journal?.find(unfinished.id)?.rev ?? null);
	}
	return session.createDraft(topic);
}
