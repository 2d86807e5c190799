import type { Entry } from '$lib/model/entry';
import { formatClockTime } from './export-labels';
import { markdownEntry } from './markdown-entry';
import type { ExportOptions } from '$lib/formats/metadata-keys';
import type { Yielder } from '$lib/work/yielder';
import { writeArchive, type FileToArchive } from './zip-writer';

/** Writes an archive of Markdown files with front matter, one a page, in a folder for each year. */
export function writeMarkdown(
	entries: readonly Entry[],
	options: ExportOptions,
	yielder: Yielder
): Promise<Blob> {
	return writeArchive(markdownFiles(entries, options), entries.length, yielder);
}

function* markdownFiles(
	entries: readonly Entry[],
	options: ExportOptions
): Generator<FileToArchive, void> {
	const names = new Map<string, number>();
	for (const entry of entries) {
		const { day, at, zone } = entry.written;
		// Its day and time and nothing else: a name shows where its page would not.
		const name = `${day} ${formatClockTime({ at, zone }).replace(':', '')}`;
		const sameNameCount = (names.get(name) ?? 0) + 1;
		names.set(name, sameNameCount);
		const path = `${day.slice(0, 4)}/${name}${sameNameCount > 1 ? ` ${sameNameCount}` : ''}.md`;
		yield { path, pieces: [markdownEntry(entry, options)], at: entry.changed.at, zone };
	}
}
