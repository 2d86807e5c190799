import type { Entry } from '$lib/journal/entry';
import { clockWords } from './export-words';
import { frontMatter } from './front-matter-out';
import { stampText } from './moment-text';
import { OWN_FORMAT } from './own-format';
import { ownKeys, type KeyValue, type WriteOptions } from './own-keys';
import type { Pace } from './pace';
import { questionHeading } from './question-line';
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

/** One page as a Markdown file: front matter, the question as a heading, and the text as it is. */
export function markdownPage(entry: Entry, options: WriteOptions): string {
	const { id, written, changed, question, label, tags } = entry;
	const keys = new Map<string, KeyValue>([
		['format', OWN_FORMAT],
		['id', id],
		['created', stampText(written.at, written.zone)],
		['modified', stampText(changed.at, changed.zone)],
		['timezone', written.zone]
	]);
	if (changed.zone !== written.zone) keys.set('modified_timezone', changed.zone);
	if (label !== '') keys.set('title', label);
	if (entry.starred) keys.set('starred', true);
	if (tags.length > 0) keys.set('tags', tags);
	for (const [key, value] of ownKeys(entry, options)) keys.set(key, value);
	const heading = options.questions && question ? questionHeading(question.text) : '';
	return `${frontMatter(keys)}\n${heading}${entry.text}\n`;
}
