import type { Entry } from '$lib/model/entry';
import { writeFrontMatter } from './front-matter';
import { formatIso } from '$lib/formats/dates/moment-text';
import { FORMAT_ID } from '$lib/formats/format-id';
import { metadataOf, type MetadataValue, type ExportOptions } from '$lib/formats/metadata-keys';
import { questionHeading } from '$lib/formats/question-heading';

/** One page as a Markdown file: front matter, the question as a heading, and the text as it is. */
export function markdownEntry(entry: Entry, options: ExportOptions): string {
	const { id, written, changed, question, label, tags } = entry;
	const keys = new Map<string, MetadataValue>([
		['format', FORMAT_ID],
		['id', id],
		['created', formatIso(written.at, written.zone)],
		['modified', formatIso(changed.at, changed.zone)],
		['timezone', written.zone]
	]);
	if (changed.zone !== written.zone) keys.set('modified_timezone', changed.zone);
	if (label !== '') keys.set('title', label);
	if (entry.starred) keys.set('starred', true);
	if (tags.length > 0) keys.set('tags', tags);
	for (const [key, value] of metadataOf(entry, options)) keys.set(key, value);
	const heading = options.questions && question ? questionHeading(question.text) : '';
	return `${writeFrontMatter(keys)}\n${heading}${entry.text}\n`;
}
