import type { Entry } from '$lib/model/entry';
import { checkInWords, dayWords, letterTitle, words } from './export-words';
import type { WriteOptions } from './own-keys';

/** What stands above the text of a page: its question, what letter it is, its label. */
export function aboveText(entry: Entry, { questions }: WriteOptions): string[] {
	const { question, label } = entry;
	const asked = questions ? (question?.text ?? null) : null;
	return [asked, letterTitle(entry), label].filter((one): one is string => Boolean(one));
}

/** What was said of a page: before it, after it, in words for feelings; each with its name. */
export function besideText(
	entry: Entry,
	{ checkIns }: WriteOptions
): [name: string, said: string][] {
	const pairs: [string, string][] = checkIns
		? [
				[words.before, checkInWords(entry.before)],
				[words.after, checkInWords(entry.after)],
				[words.feelings, entry.words.join(', ')]
			]
		: [];
	return [...pairs, [words.tags, entry.tags.join(', ')] as [string, string]].filter(
		([, said]) => said !== ''
	);
}

/** What was noted beside a page later, each note with its day. */
export function noted(entry: Entry, { margin }: WriteOptions): [name: string, said: string][] {
	return margin
		? entry.margin.map(({ text, written }) => [`${words.noted} ${dayWords(written.day)}`, text])
		: [];
}
