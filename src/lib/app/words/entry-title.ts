import type { Entry } from '$lib/model/entry';
import { letterWords } from './letter-words';

/** The title of an entry in lists: its question, its letter, or neither. */
export function entryTitle({ question, letter }: Pick<Entry, 'question' | 'letter'>): string {
	return question?.text ?? (letter ? letterWords[letter].title : 'Just writing');
}
