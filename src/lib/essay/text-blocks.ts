import { heading, paragraph, pause, tidy, type Block, type Found } from './blocks';
import { isHeadingLine } from './heading-line';

/** Lines longer than this, in UTF-16 units, were not broken to fit a screen or a page of typing. */
const WRAPPED = 90;
/** A line between two parts: stars, dashes, dots. */
const isBreak = (line: string): boolean => /^(?:\s*[*\-–—_~#·•.]){3,}\s*$/.test(line);

/** Reads a text as it was pasted or saved: its headings by their look, its paragraphs by empty lines or line by line. */
export function textBlocks(text: string): Found {
	const groups = groupsOf(text);
	const alone = groups.every((group) => group.length === 1);
	const blocks: Block[] = [];
	for (const [index, group] of groups.entries()) {
		const [first = ''] = group;
		const before = blocks.at(-1);
		if (group.length === 1 && isBreak(first)) {
			blocks.push(pause);
		} else if (group.length === 1) {
			const next = groups[index + 1]?.[0] ?? '';
			blocks.push(isHeadingLine(first, next, before) ? heading(first, 2) : paragraph(first));
		} else {
			blocks.push(...longer(group, alone));
		}
	}
	return { title: '', author: '', language: '', blocks };
}

/** The lines between empty lines; where nothing is empty but a line or two, each line is by itself. */
function groupsOf(text: string): string[][] {
	const lines = text.split(/\r\n?|\n|\u2028|\u2029|\f/).map((line) => tidy(line));
	const written = lines.filter((line) => line !== '');
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
	const apart = groups.length > 1 && groups.length * 8 >= written.length;
	return apart ? groups : written.map((line) => [line]);
}

/** Several lines without an empty one between: a paragraph that was broken to fit, or lines that are meant. */
function longer(group: readonly string[], alone: boolean): Block[] {
	if (alone) return group.map((line) => paragraph(line));
	const [first = '', ...rest] = group;
	if (rest.some((line) => line.length > WRAPPED)) {
		// Paragraphs line by line, perhaps with their heading on top.
		const head = isHeadingLine(first, rest[0] ?? '') ? heading(first, 2) : paragraph(first);
		return [head, ...rest.map((line) => paragraph(line))];
	}
	return [paragraph(isBrokenToFit(group) ? group.join(' ') : group.join('\n'))];
}

/** Whether lines fill about the same width, all but the last: then their ends mean nothing. */
function isBrokenToFit(group: readonly string[]): boolean {
	const full = group.slice(0, -1);
	const longest = Math.max(...full.map(({ length }) => length));
	return longest >= 50 && full.every(({ length }) => length >= longest - 22);
}
