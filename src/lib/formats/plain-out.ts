import type { Entry } from '$lib/model/entry';
import { clockWords, dayWords } from './export-words';
import type { WriteOptions } from './own-keys';
import type { Pace } from './pace';
import { aboveText, besideText, noted } from './plain-page';
import { writeText } from './text-out';

/** Writes one plain text: each page below its day and time, in a line of their own. */
export function writePlainText(
	entries: readonly Entry[],
	options: WriteOptions,
	pace: Pace
): Promise<Blob> {
	return writeText(entries, (entry) => page(entry, options), '\n\n', pace);
}

function page(entry: Entry, options: WriteOptions): string {
	const { written } = entry;
	const said = besideText(entry, options).map(([name, what]) => `${name}: ${what}`);
	return [
		`${dayWords(written.day)}, ${clockWords(written)}`,
		...aboveText(entry, options),
		entry.text,
		...(said.length > 0 ? [said.join('\n')] : []),
		...noted(entry, options).map(([name, what]) => `${name}:\n${what}`)
	].join('\n\n');
}
