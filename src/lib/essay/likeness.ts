/** Letters that are compared at most; a heading is shorter. */
const MOST = 200;

/** How alike two headings are, from 0 to 1, whatever their case, accents, quotes, numbers in front and white space. */
export function likeness(one: string, other: string): number {
	const [a, b] = [bare(one), bare(other)];
	if (a === b) return a === '' ? 0 : 1;
	const longest = Math.max(a.length, b.length);
	return longest === 0
		? 0
		: 1 - distance(a.slice(0, MOST), b.slice(0, MOST)) / Math.min(longest, MOST);
}

/** A heading without what may differ from one copy of an essay to another. */
function bare(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/^\s*(?:(?:part|chapter|section)\s+)?(?:\d{1,3}|[ivxlc]{1,7})\s*[.):–—-]\s*/u, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** The number of letters to add, remove or change to make one text the other (Levenshtein). */
function distance(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (let i = 1; i <= one.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= other.length; j += 1) {
			const same = one[i - 1] === other[j - 1] ? 0 : 1;
			const left = next[j - 1] ?? 0;
			const [above, across] = [row[j] ?? 0, row[j - 1] ?? 0];
			next.push(Math.min(left + 1, above + 1, across + same));
		}
		row = next;
	}
	return row[other.length] ?? 0;
}
