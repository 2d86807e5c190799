import type { Entry } from '$lib/model/entry';
import { clockWords } from './export-words';
import type { WriteOptions } from './own-keys';
import type { Pace } from './pace';
import { aboveText, besideText, noted } from './plain-page';
import { oneSpaced } from './question-line';
import { writeText } from './text-out';

/** Writes a text of jrnl's: `[2020-07-01 20:00] ` before the first line of each page. */
export function writeJrnl(
	entries: readonly Entry[],
	options: WriteOptions,
	pace: Pace
): Promise<Blob> {
	return writeText(entries, (entry) => block(entry, options), '\n', pace);
}

function block(entry: Entry, options: WriteOptions): string {
	const { written, starred, tags } = entry;
	const said = besideText({ ...entry, tags: [] }, options).map(
		([name, what]) => `${name}: ${what}`
	);
	const lines = [
		...aboveText(entry, options).map(oneSpaced),
		...entry.text.split(/\r\n?|\n/),
		...said,
		...noted(entry, options).flatMap(([name, what]) => `${name}: ${what}`.split('\n')),
		...(tags.length > 0 ? [tags.map(tagWord).join(' ')] : [])
	];
	const [title = '', ...body] = lines;
	// A star at the end of the first line would be taken for one that was given; in the second it is a letter.
	const first = starred
		? `${title} *`
		: title.trimEnd().endsWith('*')
			? `\n${guarded(title)}`
			: title;
	return [`[${written.day} ${clockWords(written)}] ${first}`, ...body.map(guarded)].join('\n');
}

/** A line that would begin another entry is moved by a space. */
function guarded(line: string): string {
	return line.startsWith('[') ? ` ${line}` : line;
}

/** A tag as jrnl knows them: one word behind an `@`. */
function tagWord(tag: string): string {
	return `@${tag.replace(/[^-+*#/\p{L}\p{N}_]+/gu, '-')}`;
}
