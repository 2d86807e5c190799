/* Scripts that put no space between words. */
const unspacedScripts =
	'[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々]';
const letter = `(?:(?!${unspacedScripts})[\\p{L}\\p{N}\\p{M}])`;
const emoji =
	'\\p{RI}{2}|\\p{Extended_Pictographic}(?:\\p{EMod}|\\uFE0F|\\u200D\\p{Extended_Pictographic})*';

/**
 * Matches words, with what joins their letters; runs without spaces; emoji; white space; and every other character
 * alone.
 */
const tokenPattern = new RegExp(
	`${letter}+(?:['’.]${letter}+)*|${unspacedScripts}[${unspacedScripts.slice(1, -1)}\\p{M}]*|${emoji}|[^\\S\\n]+|[^]`,
	'gu'
);
const unspacedRun = new RegExp(`^${unspacedScripts}`, 'u');

/** The code units of a run that are segmented together: the browser's segmenter takes quadratic time. */
const MAX_SEGMENT_LENGTH = 1_000;

const segmenter =
	'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'word' }) : null;

/** Splits a text into words and what is between them; joined again they are the text. */
export function tokenise(text: string): string[] {
	return (text.match(tokenPattern) ?? []).flatMap((one) =>
		unspacedRun.test(one) ? segmentWords(one) : one
	);
}

/** Splits a run without spaces into words, or into characters if the browser knows no words. */
function segmentWords(text: string): string[] {
	if (!segmenter) return Array.from(text);
	const words: string[] = [];
	for (let offset = 0; offset < text.length; offset += MAX_SEGMENT_LENGTH) {
		for (const { segment } of segmenter.segment(text.slice(offset, offset + MAX_SEGMENT_LENGTH))) {
			words.push(segment);
		}
	}
	return words;
}
