import type { Entry } from '$lib/model/entry';
import { formatClockTime } from './export-labels';
import type { ExportOptions } from '$lib/formats/metadata-keys';
import type { Yielder } from '$lib/work/yielder';
import { headerLines, metadataPairs, marginNotePairs } from './entry-text';
import { collapseSpaces } from '$lib/formats/question-heading';
import { writeText } from './text';

/** Writes a text of jrnl's: `[2020-07-01 20:00] ` before the first line of each page. */
export function writeJrnl(
	entries: readonly Entry[],
	options: ExportOptions,
	yielder: Yielder
): Promise<Blob> {
	return writeText(entries, (entry) => formatEntry(entry, options), '\n', yielder);
}

function formatEntry(entry: Entry, options: ExportOptions): string {
	const { written, starred, tags } = entry;
	const metadataLines = metadataPairs({ ...entry, tags: [] }, options).map(
		([name, what]) => `${name}: ${what}`
	);
	const lines = [
		...headerLines(entry, options).map(collapseSpaces),
		...entry.text.split(/\r\n?|\n/),
		...metadataLines,
		...marginNotePairs(entry, options).flatMap(([name, what]) => `${name}: ${what}`.split('\n')),
		...(tags.length > 0 ? [tags.map(formatTag).join(' ')] : [])
	];
	const [title = '', ...body] = lines;
	// A star at the end of the first line would be taken for one that was given; in the second it is a letter.
	const first = starred
		? `${title} *`
		: title.trimEnd().endsWith('*')
			? `\n${escapeHead(title)}`
			: title;
	return [`[${written.day} ${formatClockTime(written)}] ${first}`, ...body.map(escapeHead)].join(
		'\n'
	);
}

/** A line that would begin another entry is moved by a space. */
function escapeHead(line: string): string {
	return line.startsWith('[') ? ` ${line}` : line;
}

/** A tag as jrnl knows them: one word behind an `@`. */
function formatTag(tag: string): string {
	return `@${tag.replace(/[^-+*#/\p{L}\p{N}_]+/gu, '-')}`;
}
