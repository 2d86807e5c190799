import type { Entry } from '$lib/model/entry';

/**
 * Returns the searchable text of an entry: its question as it was asked, its text, the words for feelings, the label,
 * the tags and the margin notes. Each is on lines of its own.
 */
export function searchableText(entry: Entry): string {
	const { question, label, words, tags, margin } = entry;
	return [
		question?.text ?? '',
		entry.text,
		words.join(', '),
		label,
		tags.join(', '),
		...margin.map(({ text }) => text)
	].join('\n');
}
