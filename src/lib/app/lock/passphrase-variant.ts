/**
 * Returns a passphrase of words as it may have been meant, if it was typed with capitals, or with hyphens or more than
 * one space between the words: the words offered here have none of these, and paper does not show them. Returns null if
 * that makes no difference. It is tried second, as a custom passphrase may well have them.
 */
export function passphraseVariant(typed: string): string | null {
	const lower = typed.normalize('NFKC').trim().toLowerCase();
	const words = lower.split(/\s/.test(lower) ? /\s+/ : '-');
	const variant = words.join(' ');
	return words.length > 3 && words.every((word) => /^[a-z-]+$/.test(word)) && variant !== typed
		? variant
		: null;
}

/** The message for a code that cannot be valid. */
export const invalidCodeText =
	'Something in it is not right. Capital letters and spaces do not matter.';
