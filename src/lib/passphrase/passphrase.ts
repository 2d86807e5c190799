/*
 * Rules for a good passphrase. The words are those of the EFF's large list (https://www.eff.org/dice, CC BY 3.0) that
 * can hurt nobody who comes here (`omitted-words.txt` has the others): 5202 of them, 12.3 bits each. The common
 * passwords are the first 4,000 of zxcvbn-ts's list and all longer ones (https://github.com/zxcvbn-ts/zxcvbn, MIT).
 * Both are loaded only where a passphrase is chosen.
 */

/** The minimum length of a custom passphrase, in characters. */
export const MIN_PASSPHRASE_LENGTH = 12;
/** Characters that substitute a letter. */
const SUBSTITUTIONS: Record<string, string> = {
	'0': 'o',
	'1': 'i',
	'3': 'e',
	'4': 'a',
	'5': 's',
	'7': 't',
	'@': 'a',
	$: 's',
	'!': 'i'
};
/** Five words are 61.7 bits. */
const WORD_COUNT = 5;

/** Why a passphrase is rejected. */
export type PassphraseFault = 'short' | 'common' | 'plain';

/** Returns five words picked at random, with a space between. */
export async function generatePassphrase(): Promise<string> {
	const { default: text } = await import('./passphrase-words.txt?raw');
	const words = text.trim().split('\n');
	return Array.from({ length: WORD_COUNT }, () => words[randomBelow(words.length)]).join(' ');
}

/** Returns what is wrong with this passphrase; null if nothing is. */
export async function checkPassphrase(passphrase: string): Promise<PassphraseFault | null> {
	if (countCharacters(passphrase) < MIN_PASSPHRASE_LENGTH) return 'short';
	const forms = normalisedForms(passphrase);
	if (forms.some(isPredictable)) return 'plain';
	const { default: text } = await import('./common-passwords.txt?raw');
	const common = new Set(text.trim().split('\n'));
	return forms.some((form) => common.has(form)) ? 'common' : null;
}

/** Describes the strength of a custom passphrase in plain words. */
export function describeStrength(passphrase: string): string {
	const length = countCharacters(passphrase);
	const words = passphrase.trim().split(/\s+/).length;
	if (length < MIN_PASSPHRASE_LENGTH) {
		const missing = MIN_PASSPHRASE_LENGTH - length;
		if (length === 0) return `At least ${MIN_PASSPHRASE_LENGTH} characters.`;
		return `Short: ${missing} more ${missing === 1 ? 'character' : 'characters'} at least.`;
	}
	if (/^[\d\s\p{P}]+$/u.test(passphrase)) {
		return 'Long enough, but dates and numbers are tried first. Words are better.';
	}
	if (words >= 5 || length >= 28) {
		return 'Long. Hard to guess, unless it is a line that others know.';
	}
	if (words >= 4 || length >= 20) {
		return 'Good, if it is not a line that others know, or made of names and dates.';
	}
	return 'Long enough to slow down whoever guesses. More words are better.';
}

/** Counts the characters a person sees. */
function countCharacters(text: string): number {
	return Array.from(text.normalize('NFKC').trim()).length;
}

/** The forms of a passphrase to look for in a list, as a person would simplify it. */
function normalisedForms(passphrase: string): string[] {
	const lower = passphrase.normalize('NFKC').trim().toLowerCase();
	const stripped = [
		lower,
		lower.replace(/[\s\p{P}\p{S}]/gu, ''),
		lower.replace(/[\d\s\p{P}\p{S}]+$/gu, ''),
		lower.replace(/^[\d\s\p{P}\p{S}]+|[\d\s\p{P}\p{S}]+$/gu, '')
	];
	const substituted = stripped.map((one) =>
		one.replace(/[013457@$!]/g, (character) => SUBSTITUTIONS[character] ?? character)
	);
	const unrepeated = [...stripped, ...substituted].map((one) => one.replace(/^(.+?)\1+$/u, '$1'));
	return [...new Set([...stripped, ...substituted, ...unrepeated])].filter(
		(one) => one.length >= 3
	);
}

/** Whether a text is one run over the keyboard, the alphabet or the digits, or hardly more than one letter. */
function isPredictable(text: string): boolean {
	if (text.length < MIN_PASSPHRASE_LENGTH) return false;
	const runs = ['abcdefghijklmnopqrstuvwxyz', '0123456789', 'qwertyuiopasdfghjklzxcvbnm'];
	const reversedRuns = runs.map((run) => Array.from(run).reverse().join(''));
	// A run that reaches its end begins again.
	const isRun = (run: string): boolean => run.repeat(text.length / run.length + 2).includes(text);
	return [...runs, ...reversedRuns].some(isRun) || new Set(text).size < 5;
}

/** Returns a random integer below `limit`, uniformly distributed. */
function randomBelow(limit: number): number {
	const range = 2 ** 32;
	const acceptLimit = range - (range % limit);
	for (;;) {
		const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
		// A value in the last, incomplete range would favour the first words.
		if (value < acceptLimit) return value % limit;
	}
}
