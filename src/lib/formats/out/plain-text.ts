import type { Entry } from '$lib/model/entry';
import { formatClockTime, formatLongDay } from './export-labels';
import type { ExportOptions } from '$lib/formats/metadata-keys';
import type { Yielder } from '$lib/work/yielder';
import { headerLines, metadataPairs, marginNotePairs } from './entry-text';
import { writeText } from './text';

/** Writes one plain text: each page below its day and time, in a line of their own. */
export function writePlainText(
	entries: readonly Entry[],
	options: ExportOptions,
	yielder: Yielder
): Promise<Blob> {
	return writeText(entries, (entry) => formatEntry(entry, options), '\n\n', yielder);
}

function formatEntry(entry: Entry, options: ExportOptions): string {
	const { written } = entry;
	const metadataLines = metadataPairs(entry, options).map(([name, what]) => `${name}: ${what}`);
	return [
		`${formatLongDay(written.day)}, ${formatClockTime(written)}`,
		...headerLines(entry, options),
		entry.text,
		...(metadataLines.length > 0 ? [metadataLines.join('\n')] : []),
		...marginNotePairs(entry, options).map(([name, what]) => `${name}:\n${what}`)
	].join('\n\n');
}
