/*
 * The lines of a paragraph, or of a care note, as they stand in a file: a backslash at a line's end is a line break,
 * and one at its beginning keeps what follows from meaning anything but itself.
 */

/** What a line of text may not begin with unless a backslash stands before it. */
const mark = /^[#>\\-]/;

/**
 * Takes the lines of one paragraph and returns its text: lines joined by a space, or by "\n" behind a line
 * that ends with a backslash. White space at a line's ends is nobody's, and empty lines are passed over.
 */
export function readProse(rows: readonly string[]): string {
	const lines = rows.map((row) => row.trim()).filter((row) => row !== '');
	let text = '';
	let joint = '';
	lines.forEach((row, index) => {
		const { words, broken } = readLine(row, index === lines.length - 1);
		if (words !== '') text += joint + words;
		// A break after no words is one more of the same: a paragraph has no empty lines inside.
		if (broken) joint = text === '' ? '' : '\n';
		else if (words !== '') joint = ' ';
	});
	return text;
}

/** Takes the text of one paragraph and returns the lines it is written in, from which `readProse` has it again. */
export function writeProse(text: string): string[] {
	const lines = text.split('\n');
	return lines.map((line, index) => {
		const marked = mark.test(line) ? `\\${line}` : line;
		const breaks = index < lines.length - 1 ? 1 : 0;
		return marked + '\\'.repeat(closing(marked) + breaks);
	});
}

/** The end is read before the beginning, so that a line of nothing but backslashes has one meaning. */
function readLine(row: string, last: boolean): { words: string; broken: boolean } {
	const count = closing(row);
	const pairs = Math.floor(count / 2);
	// Behind the last line there is nothing to break off from: there the odd one is text.
	const broken = count % 2 === 1 && !last;
	const kept = row.length - count + (broken ? pairs : count - pairs);
	const words = row.slice(0, kept).trimEnd();
	const escaped = words.startsWith('\\') && mark.test(words.slice(1));
	return { words: escaped ? words.slice(1) : words, broken };
}

/** How many backslashes a line ends with; counted from behind, since a search could take the square of the length. */
function closing(line: string): number {
	let start = line.length;
	while (line[start - 1] === '\\') start -= 1;
	return line.length - start;
}
