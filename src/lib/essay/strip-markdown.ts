/*
 * Signs that come in pairs, taken out in one walk through the text: a file may hold a hundred thousand that begin and
 * none that ends, and whoever looks for the end of each anew is not done before the reader is gone.
 */

/** Says whether a sign may stand at `from`, where the text behind it begins at `to`. */
type MarkPredicate = (text: string, from: number, to: number) => boolean;

/** A text without the signs that make words strong or stressed; what they enclose, within one line, stays. */
export function stripEmphasis(text: string): string {
	const strong = ['**', '__'].reduce(
		(rest, sign) => stripPairs(rest, sign, canOpenAnywhere, canCloseAnywhere),
		text
	);
	return ['*', '_'].reduce(
		(rest, sign) => stripPairs(rest, sign, canOpenWord, canCloseWord),
		strong
	);
}

/** A text without the comments of HTML; one that does not end is left as it stands. */
export function stripComments(text: string): string {
	let result = '';
	let from = 0;
	for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', from)) {
		const end = text.indexOf('-->', at + 4);
		if (end < 0) break;
		result += text.slice(from, at);
		from = end + 3;
	}
	return result + text.slice(from);
}

/** A heading without the signs that may close it. */
export function stripClosingHashes(line: string): string {
	const text = line.trimEnd();
	let end = text.length;
	while (text[end - 1] === '#') end -= 1;
	return text.slice(0, end).trimEnd() || text;
}

/** Takes out each sign that may begin, with the next one that may end on the same line and encloses something. */
function stripPairs(
	text: string,
	mark: string,
	canOpen: MarkPredicate,
	canClose: MarkPredicate
): string {
	const { length } = mark;
	let result = '';
	let from = 0;
	// Both only ever go on: that is what makes it one walk.
	let end = -1;
	let line = -1;
	for (let at = text.indexOf(mark); at >= 0;) {
		const words = at + length;
		if (end <= words) {
			end = text.indexOf(mark, words + 1);
			while (end >= 0 && !canClose(text, end, end + length)) end = text.indexOf(mark, end + 1);
			if (end < 0) break;
		}
		if (line < at) line = text.indexOf('\n', at);
		if (line < 0) line = text.length;
		let next = at + 1;
		if (end < line && canOpen(text, at, words)) {
			result += text.slice(from, at) + text.slice(words, end);
			from = end + length;
			next = from;
		}
		at = text.indexOf(mark, next);
	}
	return result + text.slice(from);
}

const canOpenAnywhere: MarkPredicate = (text, _, to) => /\S/.test(text.charAt(to));
const canCloseAnywhere: MarkPredicate = (text, from) => /\S/.test(text.charAt(from - 1));
// Within a word the same signs are letters of it, as in the name of a file. A letter may be two units long.
const canOpenWord: MarkPredicate = (text, from, to) =>
	canOpenAnywhere(text, from, to) &&
	!/[\p{L}\p{N}*_]$/u.test(text.slice(Math.max(0, from - 2), from));
const canCloseWord: MarkPredicate = (text, from, to) =>
	canCloseAnywhere(text, from, to) && !/^[\p{L}\p{N}]/u.test(text.slice(to, to + 2));
