/**
 * Takes a text as it was typed, its paragraphs separated by blank lines, and returns the paragraphs as a companion
 * holds them: each of one line or several with a line break between, every line trimmed and none empty. Written to a file
 * they are read back as they are, but for one that is too long for the format: it is left whole, for
 * `checkCompanion` to name. A text of nothing but white space has no paragraphs.
 */
export function tidyPassage(text: string): string[] {
	return normaliseText(text)
		.split('\n')
		.map((line) => line.trim())
		.join('\n')
		.split(/\n{2,}/)
		.map((paragraph) => paragraph.trim())
		.filter((paragraph) => paragraph !== '');
}

/**
 * Takes a text as it was typed or pasted into a field of one line, and returns it as such a value: trimmed, with one
 * space for each run of white space or line end. A no-break space that stands alone is kept.
 */
export function tidyLine(text: string): string {
	return normaliseText(text)
		.replaceAll('\n', ' ')
		.replace(/\s{2,}/g, ' ')
		.trim();
}

/**
 * Every kind of line end becomes a line feed, a paragraph separator two; a tab is a space. Out go control characters,
 * byte order marks, and halves of characters, which UTF-8 cannot write. Joiners and marks of the writing
 * direction stay: words and emoji are made with them.
 */
function normaliseText(text: string): string {
	return text
		.replace(/\r\n?|[\v\f\u0085\u2028]/g, '\n')
		.replace(/\u2029/g, '\n\n')
		.replace(/\t/g, ' ')
		.replace(/(?!\n)[\p{Cc}\p{Cs}\uFEFF]/gu, '');
}
