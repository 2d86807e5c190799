import type { Entry } from '$lib/model/entry';

/**
 * What of an entry is searched: its question as it was asked, its text, the feelings named, and what its writer
 * called it, tagged it with and noted beside it. Each stands on lines of its own.
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
