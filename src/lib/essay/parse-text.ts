import {
	headingBlock,
	paragraphBlock,
	breakBlock,
	cleanText,
	type Block,
	type ParsedDocument
} from './blocks';
import { isHeadingLine } from './heading-line';

/** Lines longer than this, in UTF-16 units, were not broken to fit a screen or a page of typing. */
const MAX_WRAPPED_LENGTH = 90;
/** A line between two parts: stars, dashes, dots. */
const isBreak = (line: string): boolean => /^(?:\s*[*\-–—_~#·•.]){3,}\s*$/.test(line);

/** Reads a text as it was pasted or saved: its headings by their look, its paragraphs by empty lines or line by line. */
export function parseText(text: string): ParsedDocument {
	const groups = groupLines(text);
	const isLinePerParagraph = groups.every((group) => group.length === 1);
	const blocks: Block[] = [];
	for (const [index, group] of groups.entries()) {
		const [first = ''] = group;
		const before = blocks.at(-1);
		if (group.length === 1 && isBreak(first)) {
			blocks.push(breakBlock);
		} else if (group.length === 1) {
			const next = groups[index + 1]?.[0] ?? '';
			blocks.push(
				isHeadingLine(first, next, before) ? headingBlock(first, 2) : paragraphBlock(first)
			);
		} else {
			blocks.push(...parseGroup(group, isLinePerParagraph));
		}
	}
	return { title: '', author: '', language: '', blocks };
}

/** The lines between empty lines; where nothing is empty but a line or two, each line is by itself. */
function groupLines(text: string): string[][] {
	const lines = text.split(/\r\n?|\n|\u2028|\u2029|\f/).map((line) => cleanText(line));
	const nonEmptyLines = lines.filter((line) => line !== '');
	const groups: string[][] = [];
	let group: string[] = [];
	for (const line of [...lines, '']) {
		if (line !== '') group.push(line);
		else if (group.length > 0) {
			groups.push(group);
			group = [];
		}
	}
	// A text without empty lines, or with hardly any, has a paragraph a line.
	const hasBlankLines = groups.length > 1 && groups.length * 8 >= nonEmptyLines.length;
	return hasBlankLines ? groups : nonEmptyLines.map((line) => [line]);
}

/** Several lines without an empty one between: a paragraph that was broken to fit, or lines that are meant. */
function parseGroup(group: readonly string[], isLinePerParagraph: boolean): Block[] {
	if (isLinePerParagraph) return group.map((line) => paragraphBlock(line));
	const [first = '', ...rest] = group;
	if (rest.some((line) => line.length > MAX_WRAPPED_LENGTH)) {
		// Paragraphs line by line, perhaps with their heading on top.
		const head = isHeadingLine(first, rest[0] ?? '')
			? headingBlock(first, 2)
			: paragraphBlock(first);
		return [head, ...rest.map((line) => paragraphBlock(line))];
	}
	return [paragraphBlock(isHardWrapped(group) ? group.join(' ') : group.join('\n'))];
}

/** Whether lines fill about the same width, all but the last: then their ends mean nothing. */
function isHardWrapped(group: readonly string[]): boolean {
	const full = group.slice(0, -1);
	const longest = Math.max(...full.map(({ length }) => length));
	return longest >= 50 && full.every(({ length }) => length >= longest - 22);
}
