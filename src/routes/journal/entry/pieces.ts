/* Scripts that put no space between words. */
const unspaced =
	'[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々]';
const letter = `(?:(?!${unspaced})[\\p{L}\\p{N}\\p{M}])`;
const emoji =
	'\\p{RI}{2}|\\p{Extended_Pictographic}(?:\\p{EMod}|\\uFE0F|\\u200D\\p{Extended_Pictographic})*';

/** Words, with what joins their letters; runs without spaces; emoji; white space; and every other sign alone. */
const piece = new RegExp(
	`${letter}+(?:['’.]${letter}+)*|${unspaced}[${unspaced.slice(1, -1)}\\p{M}]*|${emoji}|[^\\S\\n]+|[^]`,
	'gu'
);
const run = new RegExp(`^${unspaced}`, 'u');

/** Units of a run that are looked at together: the browser's segmenter takes time by their square. */
const MAX_LENGTH = 1_000;

const segmenter =
	'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'word' }) : null;

/** Cuts a text into words and what stands between them; joined again they are the text. */
export function pieces(text: string): string[] {
	return (text.match(piece) ?? []).flatMap((one) => (run.test(one) ? wordsIn(one) : one));
}

/** The words of a run without spaces, and its characters where the browser knows no words. */
function wordsIn(text: string): string[] {
	if (!segmenter) return Array.from(text);
	const words: string[] = [];
	for (let at = 0; at < text.length; at += MAX_LENGTH) {
		for (const { segment } of segmenter.segment(text.slice(at, at + MAX_LENGTH))) {
			words.push(segment);
		}
	}
	return words;
}
