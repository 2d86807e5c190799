import type { Entry } from './entry';

/** What a writer says about an entry, beside its text. */
export type Notes = Pick<Entry, 'asThey' | 'before' | 'after' | 'words' | 'hidden' | 'sealedUntil'>;

/** The notes of an entry. */
export function notesOf(entry: Notes): Notes {
	const { asThey, before, after, words, hidden, sealedUntil } = entry;
	return { asThey, before, after, words, hidden, sealedUntil };
}

/** Whether two sets of notes say the same. */
export function sameNotes(one: Notes, other: Notes): boolean {
	return JSON.stringify(notesOf(one)) === JSON.stringify(notesOf(other));
}
