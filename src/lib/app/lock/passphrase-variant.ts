/**
 * How a passphrase of words may have been meant, where it was typed with capitals, or with hyphens or more than one
 * space between the words: the words that are offered here have none of these, and paper says nothing of them. Returns
 * null where that makes no difference. It is tried second, as a passphrase of one's own may well have them.
 */
export function passphraseVariant(typed: string): string | null {
	const lower = typed.normalize('NFKC').trim().toLowerCase();
	const words = lower.split(/\s/.test(lower) ? /\s+/ : '-');
	const variant = words.join(' ');
	return words.length > 3 && words.every((word) => /^[a-z-]+$/.test(word)) && variant !== typed
		? variant
		: null;
}

/** What is said of a code that cannot be one. */
export const invalidCodeText =
	'Something in it is not right. Capital letters and spaces do not matter.';
