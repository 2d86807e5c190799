/* Which words of a vocabulary can be within a few edits of a word of a query, told without comparing them. */

/**
 * Returns how many edits a word may differ from this word of a query: 1 from five letters on, 2 from nine; none with
 * digits.
 */
export function maxEdits(term: string): number {
	if (!/^[\p{L}\p{M}]+$/u.test(term)) return 0;
	return term.length >= 9 ? 2 : term.length >= 5 ? 1 : 0;
}

/** Returns the set of the letters of a word in 32 bits; different letters may share a bit. */
export function letterMask(term: string): number {
	let set = 0;
	for (let index = 0; index < term.length; index += 1) set |= 1 << (term.charCodeAt(index) & 31);
	return set;
}

/** Returns how many letters of the first set the second lacks: an edit can account for one of them. */
export function missingLetters(first: number, second: number): number {
	let remaining = first & ~second;
	let count = 0;
	for (; remaining !== 0; remaining &= remaining - 1) count += 1;
	return count;
}
