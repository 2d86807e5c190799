import type { MarginNote } from './schema/entry';
import { randomId } from '$lib/id/random-id';
import { momentAt } from './moment';

export type { MarginNote } from './schema/entry';

/** Takes a text and returns a note of now, without the white space round it. */
export function newMarginNote(text: string): MarginNote {
	return { id: randomId(), text: text.trim(), written: momentAt(Date.now()) };
}

/**
 * The notes with this text for one of them, which is put at the end where it is new; a text without a word takes
 * it away.
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
