import type { Entry } from './entry';

/** The most tags of an entry, and the most characters of a tag. */
export const MAX_TAGS = 20;
export const MAX_TAG_LENGTH = 40;

/**
 * Takes what was typed for a tag and the known tags, and returns the tag: in its known spelling, or as it was typed, on
 * one line and without a comma. Empty if no word is in it.
 */
export function parseTag(typed: string, known: readonly string[]): string {
	const word = typed
		.replace(/[\s,]+/gu, ' ')
		.trim()
		.replace(/^#+/u, '')
		.slice(0, MAX_TAG_LENGTH)
		.trim();
	const same = word.toLocaleLowerCase();
	return known.find((tag) => tag.toLocaleLowerCase() === same) ?? word;
}

/** Returns the tags of an entry with one more: the same where it has that one already, or is full. */
export function withTag(tags: readonly string[], tag: string): string[] {
	return tags.includes(tag) || tags.length >= MAX_TAGS ? [...tags] : [...tags, tag];
}

/** Returns the tags that are used, in alphabetical order. */
export function tagsOf(entries: readonly Pick<Entry, 'tags'>[]): string[] {
	const used = new Set(entries.flatMap(({ tags }) => tags));
	return [...used].sort(new Intl.Collator('en').compare);
}
