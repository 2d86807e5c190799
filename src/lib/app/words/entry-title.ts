import type { Entry } from '$lib/model/entry';
import { letterWords } from './letter-words';

/** What an entry is called where it is listed: its question, its letter, or neither. */
export function entryTitle({ question, letter }: Pick<Entry, 'question' | 'letter'>): string {
	return question?.text ?? (letter ? letterWords[letter].title : 'Just writing');
}
