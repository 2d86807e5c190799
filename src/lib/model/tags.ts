import type { Entry } from './entry';

/** As many tags fit on one page, and as many characters in one. */
export const MAX_TAGS = 20;
export const MAX_TAG_LENGTH = 40;

/**
 * Takes what was typed for a tag and the tags there are, and returns the tag: in the spelling it has already, or
 * as it was typed, on one line and without a comma. Empty if no word is in it.
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

/** The tags of a page with one more: the same where it has that one already, or is full. */
export function withTag(tags: readonly string[], tag: string): string[] {
	return tags.includes(tag) || tags.length >= MAX_TAGS ? [...tags] : [...tags, tag];
}

/** The tags that are used, in the order of the alphabet. */
export function tagsOf(entries: readonly Pick<Entry, 'tags'>[]): string[] {
	const used = new Set(entries.flatMap(({ tags }) => tags));
	return [...used].sort(new Intl.Collator('en').compare);
}
