/**
 * The scripts that put no space between words, as what stands inside the brackets of a regular expression with the flag
 * `u`.
 */
export const unspacedScripts =
	'\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々';

/** The code units that are segmented at once: Chromium's segmenter takes quadratic time. */
const MAX_SEGMENT_LENGTH = 1_000;

type WordSegmenter = Pick<Intl.Segmenter, 'segment'>;
let cachedSegmenter: WordSegmenter | null | undefined;

/** Returns the browser's word segmenter; null where it has none. */
export function browserSegmenter(): WordSegmenter | null {
	cachedSegmenter ??=
		'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'word' }) : null;
	return cachedSegmenter;
}

/**
 * Splits a run of letters without spaces into words, or into characters, each with its marks, where the browser knows
 * no words.
 */
export function segmentWords(
	run: string,
	segmenter: WordSegmenter | null = browserSegmenter()
): { segment: string; isWordLike?: boolean | undefined }[] {
	if (!segmenter) {
		return (run.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []).map((segment) => ({
			segment,
			isWordLike: true
		}));
	}
	const segments: { segment: string; isWordLike?: boolean | undefined }[] = [];
	for (let offset = 0; offset < run.length; offset += MAX_SEGMENT_LENGTH) {
		segments.push(...segmenter.segment(run.slice(offset, offset + MAX_SEGMENT_LENGTH)));
	}
	return segments;
}
