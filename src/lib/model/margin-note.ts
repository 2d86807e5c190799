import type { MarginNote } from './schema/entry';
import { randomId } from '$lib/id/random-id';
import { momentAt } from './moment';

export type { MarginNote } from './schema/entry';

/** Returns a note with this text, written now, without surrounding white space. */
export function newMarginNote(text: string): MarginNote {
	return { id: randomId(), text: text.trim(), written: momentAt(Date.now()) };
}

/**
 * Returns the notes with one of them changed to this text, or added at the end where it is new; an empty text removes
 * it.
 */
export function withNote(
	notes: readonly MarginNote[],
	note: MarginNote,
	text: string
): MarginNote[] {
	const updated = { ...note, text: text.trim() };
	if (updated.text === '') return notes.filter(({ id }) => id !== note.id);
	if (!notes.some(({ id }) => id === note.id)) return [...notes, updated];
	return notes.map((one) => (one.id === note.id ? updated : one));
}
