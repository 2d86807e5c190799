/** Halves of a letter without the other half. */
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** The text with U+FFFD for each half of a letter, as every program writes them that puts it into UTF-8. */
export function replaceLoneSurrogates(text: string): string {
	return text.replace(LONE_SURROGATES, '\ufffd');
}

/** The text with one character for each end of a line, however its system writes them. */
export function normaliseNewlines(text: string): string {
	return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The text without the empty lines at its beginning and the white space at its end. */
export function trimBlankEdges(text: string): string {
	const start = text.search(/\S/);
	if (start < 0) return '';
	// What stands before the first word of its own line belongs to it: it may be a list, or verse.
	return text.slice(text.lastIndexOf('\n', start) + 1).trimEnd();
}

/** The text on one line, at most `most` UTF-16 units of it. */
export function toSingleLine(text: string, maxLength: number): string {
	// What is far beyond the end need not be looked at.
	const start = text.slice(0, maxLength * 4);
	const line = replaceLoneSurrogates(start.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim());
	if (line.length <= maxLength) return line;
	return `${line.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A name that a file gives, as it can be shown: on one line, without what is not seen or turns what follows. */
export function displayName(name: string): string {
	return toSingleLine(name.slice(0, 1_000).replace(/\p{Cf}+/gu, ''), 120);
}
