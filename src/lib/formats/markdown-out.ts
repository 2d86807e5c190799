import type { Entry } from '$lib/model/entry';
import { clockWords } from './export-words';
import { markdownPage } from './markdown-page';
import type { WriteOptions } from './own-keys';
import type { Pace } from './pace';
import { packed, type ToPack } from './zip-writer';

/** Writes an archive of Markdown files with front matter, one a page, in a folder for each year. */
export function writeMarkdown(
	entries: readonly Entry[],
	options: WriteOptions,
	pace: Pace
): Promise<Blob> {
	return packed(files(entries, options), entries.length, pace);
}

function* files(entries: readonly Entry[], options: WriteOptions): Generator<ToPack, void> {
	const names = new Map<string, number>();
	for (const entry of entries) {
		const { day, at, zone } = entry.written;
		// Its day and time and nothing else: a name shows where its page would not.
		const name = `${day} ${clockWords({ at, zone }).replace(':', '')}`;
		const times = (names.get(name) ?? 0) + 1;
		names.set(name, times);
		const path = `${day.slice(0, 4)}/${name}${times > 1 ? ` ${times}` : ''}.md`;
		yield { path, pieces: [markdownPage(entry, options)], at: entry.changed.at, zone };
	}
}
