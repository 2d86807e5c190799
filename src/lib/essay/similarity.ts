import { editDistance } from '$lib/text/edit-distance';

/** Letters that are compared at most; a heading is shorter. */
const MAX_LENGTH = 200;

/**
 * How alike two headings are, from 0 to 1, whatever their case, accents, quotes, numbers in front and white space. What
 * is less than `least` is 0, and is found sooner.
 */
export function headingSimilarity(one: string, other: string, minimum = 0): number {
	return normalisedSimilarity(normaliseHeading(one), normaliseHeading(other), minimum);
}

/** The same of two headings that are bare already, for comparing one with many. */
export function normalisedSimilarity(one: string, other: string, minimum = 0): number {
	if (one === other) return one === '' ? 0 : 1;
	const [a, b] = [one.slice(0, MAX_LENGTH), other.slice(0, MAX_LENGTH)];
	const longest = Math.max(a.length, b.length);
	const allowed = Math.floor((1 - minimum) * longest + 1e-9);
	if (Math.abs(a.length - b.length) > allowed) return 0;
	const changes = editDistance(a, b, allowed);
	return changes > allowed ? 0 : 1 - changes / longest;
}

/** A heading without what may differ from one copy of an essay to another. */
export function normaliseHeading(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/^\s*(?:(?:part|chapter|section)\s+)?(?:\d{1,3}|[ivxlc]{1,7})\s*[.):–—-]\s*/u, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
