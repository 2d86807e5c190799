import type { Entry } from '$lib/model/entry';
import { escapeMarkdown } from '$lib/formats/day-one-text';
import { exportLabels } from './export-labels';
import { metadataOf, type ExportOptions } from '$lib/formats/metadata-keys';
import type { Yielder } from '$lib/work/yielder';
import { questionHeading } from '$lib/formats/question-heading';
import { writeArchive } from './zip-writer';

/**
 * Writes a Day One archive: one JSON file, whose name becomes the journal's. The question stands as a heading above
 * the answer, as Day One's own do, and what Day One has no place for in `ownVoice`, which it passes over.
 */
export function writeDayOne(
	entries: readonly Entry[],
	options: ExportOptions,
	yielder: Yielder
): Promise<Blob> {
	const [newest] = entries;
	const { at, zone } = newest?.changed ?? { at: 0, zone: 'UTC' };
	const file = {
		path: `${exportLabels.title}.json`,
		pieces: journalJson(entries, options),
		at,
		zone
	};
	return writeArchive([file], 1, yielder);
}

function* journalJson(entries: readonly Entry[], options: ExportOptions): Generator<string, void> {
	yield '{\n"metadata": { "version": "1.0" },\n"entries": [';
	for (const [index, entry] of entries.entries()) {
		yield `${index > 0 ? ',' : ''}\n${JSON.stringify(toDayOneEntry(entry, options))}`;
	}
	yield '\n]\n}\n';
}

function toDayOneEntry(entry: Entry, options: ExportOptions): object {
	const { id, written, changed, question, label, tags } = entry;
	const heading =
		options.questions && question ? questionHeading(question.text, escapeMarkdown) : '';
	return {
		uuid: id.toUpperCase(),
		creationDate: formatSeconds(written.at),
		modifiedDate: formatSeconds(changed.at),
		timeZone: written.zone,
		starred: entry.starred,
		isPinned: false,
		isAllDay: false,
		...(tags.length > 0 ? { tags } : {}),
		text: heading + escapeMarkdown(entry.text),
		ownVoice: {
			written: written.at,
			changed: changed.at,
			...(changed.zone === written.zone ? {} : { changed_zone: changed.zone }),
			...(label === '' ? {} : { title: label }),
			...Object.fromEntries(metadataOf(entry, options))
		}
	};
}

/** `2021-03-03T11:48:50Z`: Day One knows no parts of a second. */
function formatSeconds(at: number): string {
	return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
