import type { Entry } from '$lib/model/entry';
import { frontMatter } from './front-matter-out';
import { stampText } from './moment-text';
import { OWN_FORMAT } from './own-format';
import { ownKeys, type KeyValue, type WriteOptions } from './own-keys';
import { questionHeading } from './question-line';

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
