import { JOURNAL_FORMAT } from '$lib/formats/format-id';
import { customPromptSchema } from '$lib/model/schema/entry';
import { entrySchema } from '$lib/model/schema/entry';
import { libraryItemSchema } from '$lib/model/schema/library-item';
import type { Moment } from '$lib/model/moment';
import { exportedSettingsSchema } from '$lib/model/schema/settings';
import type { JournalSnapshot } from '$lib/model/snapshot';
import { versionSchema } from '$lib/model/schema/entry';
import { fieldNames, type ObjectSchema } from './field-names';

/*
 * journal.json: everything, in one JSON object, a record a line. Its first fields say what it is, so that a file
 * of a later version is known before a record of it is read. The records are those of `model`. Whoever gives one of them
 * a new field, or a field a new value, raises VERSION here, and says what it is in a file that does not have it.
 */

/** What the file calls itself, and the version of its form that this code reads and writes. */
export const FORMAT_VERSION = 2;
export const JOURNAL_FILE_NAME = 'journal.json';

/** The ids of the companions that a journal's pages and questions come from, in the order of the alphabet. */
function companionIds({ entries, prompts }: JournalSnapshot): string[] {
	return [...new Set([...entries, ...prompts].map(({ companion }) => companion))].sort();
}

/** Writes the file, a piece for each record. */
export function* writeJournalFile(
	snapshot: JournalSnapshot,
	created: Moment
): Generator<Uint8Array> {
	const encoder = new TextEncoder();
	const header = {
		format: JOURNAL_FORMAT,
		version: FORMAT_VERSION,
		made: created,
		companions: companionIds(snapshot)
	};
	yield encoder.encode(
		`{\n${Object.entries(header)
			.map(([name, value]) => `"${name}": ${JSON.stringify(value)},\n`)
			.join('')}"settings": ${recordWriter(exportedSettingsSchema)(snapshot.settings)}`
	);
	for (const [name, records, schema] of [
		['prompts', snapshot.prompts, customPromptSchema],
		['library', snapshot.library, libraryItemSchema],
		['entries', snapshot.entries, entrySchema],
		['versions', snapshot.versions, versionSchema]
	] as const) {
		const write = recordWriter(schema);
		yield encoder.encode(`,\n"${name}": [`);
		let separator = '\n';
		for (const record of records) {
			yield encoder.encode(separator + write(record));
			separator = ',\n';
		}
		yield encoder.encode(']');
	}
	yield encoder.encode('\n}\n');
}

/** Writes records with the fields of their schema; what a later version has put beside them stays out. */
function recordWriter(schema: ObjectSchema): (record: object) => string {
	const names = fieldNames(schema);
	return (record) => JSON.stringify(record, names);
}
