/*
 * The lines of a paragraph, or of a care note, as they stand in a file: a backslash at a line's end is a line break,
 * and one at its beginning keeps what follows from meaning anything but itself.
 */

/** What a line of text may not begin with unless a backslash stands before it. */
const MARKUP_CHAR = /^[#>\\-]/;

/**
 * Takes the lines of one paragraph and returns its text: lines joined by a space, or by a line break behind a line
 * that ends with a backslash. White space at a line's ends is nobody's, and empty lines are passed over.
 */
export function parseProse(rows: readonly string[]): string {
	const lines = rows.map((row) => row.trim()).filter((row) => row !== '');
	let text = '';
	let separator = '';
	lines.forEach((row, index) => {
		const { words, hasBreak } = parseLine(row, index === lines.length - 1);
		if (words !== '') text += separator + words;
		// A break after no words is one more of the same: a paragraph has no empty lines inside.
		if (hasBreak) separator = text === '' ? '' : '\n';
		else if (words !== '') separator = ' ';
	});
	return text;
}

/** Takes the text of one paragraph and returns the lines it is written in, from which `readProse` has it again. */
export function writeProse(text: string): string[] {
	const lines = text.split('\n');
	return lines.map((line, index) => {
		const escaped = MARKUP_CHAR.test(line) ? `\\${line}` : line;
		const breakCount = index < lines.length - 1 ? 1 : 0;
		return escaped + '\\'.repeat(trailingBackslashes(escaped) + breakCount);
	});
}

/** The end is read before the beginning, so that a line of nothing but backslashes has one meaning. */
function parseLine(row: string, isLast: boolean): { words: string; hasBreak: boolean } {
	const count = trailingBackslashes(row);
	const pairs = Math.floor(count / 2);
	// Behind the last line there is nothing to break off from: there the odd one is text.
	const hasBreak = count % 2 === 1 && !isLast;
	const textLength = row.length - count + (hasBreak ? pairs : count - pairs);
	const words = row.slice(0, textLength).trimEnd();
	const isEscaped = words.startsWith('\\') && MARKUP_CHAR.test(words.slice(1));
	return { words: isEscaped ? words.slice(1) : words, hasBreak };
}

/** How many backslashes a line ends with; counted from behind, since a search could take the square of the length. */
function trailingBackslashes(line: string): number {
	let start = line.length;
	while (line[start - 1] === '\\') start -= 1;
	return line.length - start;
}
