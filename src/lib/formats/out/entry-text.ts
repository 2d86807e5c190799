import type { Entry } from '$lib/model/entry';
import { formatCheckIn, formatLongDay, letterTitle, exportLabels } from './export-labels';
import type { ExportOptions } from '$lib/formats/metadata-keys';

/** What stands above the text of a page: its question, what letter it is, its label. */
export function headerLines(entry: Entry, { questions }: ExportOptions): string[] {
	const { question, label } = entry;
	const questionText = questions ? (question?.text ?? null) : null;
	return [questionText, letterTitle(entry), label].filter((one): one is string => Boolean(one));
}

/** What was said of a page: before it, after it, in words for feelings; each with its name. */
export function metadataPairs(
	entry: Entry,
	{ checkIns }: ExportOptions
): [name: string, said: string][] {
	const pairs: [string, string][] = checkIns
		? [
				[exportLabels.before, formatCheckIn(entry.before)],
				[exportLabels.after, formatCheckIn(entry.after)],
				[exportLabels.feelings, entry.words.join(', ')]
			]
		: [];
	return [...pairs, [exportLabels.tags, entry.tags.join(', ')] as [string, string]].filter(
		([, said]) => said !== ''
	);
}

/** What was noted beside a page later, each note with its day. */
export function marginNotePairs(
	entry: Entry,
	{ margin }: ExportOptions
): [name: string, said: string][] {
	return margin
		? entry.margin.map(({ text, written }) => [
				`${exportLabels.marginNote} ${formatLongDay(written.day)}`,
				text
			])
		: [];
}
