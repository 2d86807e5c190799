import { segmentWords, unspacedScripts } from '$lib/text/word-segments';

const letter = `(?:(?![${unspacedScripts}])[\\p{L}\\p{N}\\p{M}])`;
const emoji =
	'\\p{RI}{2}|\\p{Extended_Pictographic}(?:\\p{EMod}|\\uFE0F|\\u200D\\p{Extended_Pictographic})*';

/**
 * Matches words, with what joins their letters; runs without spaces; emoji; white space; and every other character
 * alone.
 */
const tokenPattern = new RegExp(
	`${letter}+(?:['’.]${letter}+)*|[${unspacedScripts}][${unspacedScripts}\\p{M}]*|${emoji}|[^\\S\\n]+|[^]`,
	'gu'
);
const unspacedRun = new RegExp(`^[${unspacedScripts}]`, 'u');

/** Splits a text into words and what is between them; joined again they are the text. */
export function tokenise(text: string): string[] {
	return (text.match(tokenPattern) ?? []).flatMap((one) =>
		unspacedRun.test(one) ? segmentWords(one).map(({ segment }) => segment) : one
	);
}
