/*
 * The same search written plainly and slowly, with nothing of the app's: what it is compared with.
 */

const SINGLE = /[\p{Script=Han}\p{scx=Hira}\p{scx=Kana}\p{Script=Hangul}\p{Script=Thai}]/u;

const BETWEEN = new RegExp(`(?:${SINGLE.source}|\\p{Extended_Pictographic})\\p{M}*`, 'gu');

/** Folds the characters that the texts of these tests are made of. */
export function plainFold(text: string): string {
	return text
		.toWellFormed()
		.replaceAll('İ', 'i')
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]|\u00ad|\u200d|\ufe0f/g, '')
		.replace(/[\u3040-\u30ff][\u3099\u309a]/g, (kana) => kana.normalize('NFC'))
		.replaceAll('ß', 'ss')
		.replaceAll('æ', 'ae')
		.replaceAll('œ', 'oe')
		.replaceAll('ø', 'o')
		.replaceAll('ı', 'i')
		.replaceAll('ς', 'σ')
		.replace(/[‘’ʼ]/g, "'")
		.replace(/[‐‑−]/g, '-');
}

/** The words of a text with spaces: each as its parts, which hyphens and apostrophes join. */
function plainWords(text: string): string[][] {
	// Text without spaces, or an emoji, stands between words; one letter does so in its place here.
	const letters = plainFold(text).replace(BETWEEN, ' 一 ');
	const found = letters.match(/[\p{L}\p{N}\p{M}]+(?:['-][\p{L}\p{N}\p{M}]+)*/gu) ?? [];
	return found.map((word) => word.split(/['-]/));
}

const joinedWord = (word: string): string => plainFold(word).replace(/['-]/g, '');
const endings = (parts: readonly string[]): string[] =>
	parts.map((_, index) => parts.slice(index).join(''));

/** Whether a word, or text without spaces, is found in a text as typed so far. */
export function plainHasWord(text: string, typed: string): boolean {
	if (SINGLE.test(typed) || /\p{Extended_Pictographic}/u.test(typed)) {
		return plainFold(text).includes(plainFold(typed));
	}
	return plainWords(text)
		.flatMap(endings)
		.some((word) => word.startsWith(joinedWord(typed)));
}

/** Whether these whole words follow one another in a text. */
export function plainHasPhrase(text: string, phrase: readonly string[]): boolean {
	const words = plainWords(text);
	return words.some((_, from) =>
		phrase.every((wanted, index) => {
			const parts = words[from + index] ?? [];
			const can = index === 0 ? endings(parts) : [parts.join('')];
			return can.includes(joinedWord(wanted));
		})
	);
}

/** How many edits lie between two words, swaps of neighbours counting once: the whole table. */
export function plainDistance(one: string, other: string): number {
	const table = Array.from({ length: one.length + 1 }, (_, line) =>
		Array.from({ length: other.length + 1 }, (_, column) => (line === 0 ? column : line))
	);
	const at = (line: number, column: number): number => table[line]?.[column] ?? Infinity;
	for (let line = 1; line <= one.length; line += 1) {
		for (let column = 1; column <= other.length; column += 1) {
			const same = one[line - 1] === other[column - 1];
			const swapped = one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1];
			const row = table[line] ?? [];
			row[column] = Math.min(
				at(line - 1, column) + 1,
				at(line, column - 1) + 1,
				at(line - 1, column - 1) + (same ? 0 : 1),
				line > 1 && column > 1 && swapped ? at(line - 2, column - 2) + 1 : Infinity
			);
		}
	}
	return at(one.length, other.length);
}
