import type { Entry } from '$lib/model/entry';
import { escaped } from './day-one-text';
import { words } from './export-words';
import { ownKeys, type WriteOptions } from './own-keys';
import type { Pace } from './pace';
import { questionHeading } from './question-line';
import { packed } from './zip-writer';

/**
 * Writes a Day One archive: one JSON file, whose name becomes the journal's. The question stands as a heading above
 * the answer, as Day One's own do, and what Day One has no place for in `ownVoice`, which it passes over.
 */
export function writeDayOne(
	entries: readonly Entry[],
	options: WriteOptions,
	pace: Pace
): Promise<Blob> {
	const [newest] = entries;
	const { at, zone } = newest?.changed ?? { at: 0, zone: 'UTC' };
	const file = { path: `${words.title}.json`, pieces: journal(entries, options), at, zone };
	return packed([file], 1, pace);
}

function* journal(entries: readonly Entry[], options: WriteOptions): Generator<string, void> {
	yield '{\n"metadata": { "version": "1.0" },\n"entries": [';
	for (const [index, entry] of entries.entries()) {
		yield `${index > 0 ? ',' : ''}\n${JSON.stringify(dayOneEntry(entry, options))}`;
	}
	yield '\n]\n}\n';
}

function dayOneEntry(entry: Entry, options: WriteOptions): object {
	const { id, written, changed, question, label, tags } = entry;
	const heading = options.questions && question ? questionHeading(question.text, escaped) : '';
	return {
		uuid: id.toUpperCase(),
		creationDate: wholeSeconds(written.at),
		modifiedDate: wholeSeconds(changed.at),
		timeZone: written.zone,
		starred: entry.starred,
		isPinned: false,
		isAllDay: false,
		...(tags.length > 0 ? { tags } : {}),
		text: heading + escaped(entry.text),
		ownVoice: {
			written: written.at,
			changed: changed.at,
			...(changed.zone === written.zone ? {} : { changed_zone: changed.zone }),
			...(label === '' ? {} : { title: label }),
			...Object.fromEntries(ownKeys(entry, options))
		}
	};
}

/** `2021-03-03T11:48:50Z`: Day One knows no parts of a second. */
function wholeSeconds(at: number): string {
	return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
