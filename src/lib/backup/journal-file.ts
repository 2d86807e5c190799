import type { Moment } from '$lib/model/moment';
import type { JournalSnapshot } from '$lib/model/snapshot';
import { entry, kept, prompt, settings, version } from './journal-shapes';
import type { Shape } from './shape';

/*
 * journal.json: everything, in one JSON object, a record a line. Its first fields say what it is, so that a file
 * of a later version is known before a record of it is read.
 */

/** What the file calls itself, and the version of its form that this code reads and writes. */
export const FORMAT = 'own-voice journal';
export const VERSION = 2;
export const JOURNAL_FILE = 'journal.json';

/** The ids of the companions that a journal's pages and questions come from, in the order of the alphabet. */
function companionsOf({ entries, prompts }: JournalSnapshot): string[] {
	return [...new Set([...entries, ...prompts].map(({ companion }) => companion))].sort();
}

/** Writes the file, a piece for each record. */
export function* journalFile(snapshot: JournalSnapshot, made: Moment): Generator<Uint8Array> {
	const encoder = new TextEncoder();
	const head = { format: FORMAT, version: VERSION, made, companions: companionsOf(snapshot) };
	yield encoder.encode(
		`{\n${Object.entries(head)
			.map(([name, value]) => `"${name}": ${JSON.stringify(value)},\n`)
			.join('')}"settings": ${written(snapshot.settings, settings)}`
	);
	for (const [name, records, shape] of [
		['prompts', snapshot.prompts, prompt],
		['library', snapshot.library, kept],
		['entries', snapshot.entries, entry],
		['versions', snapshot.versions, version]
	] as const) {
		yield encoder.encode(`,\n"${name}": [`);
		let before = '\n';
		for (const record of records) {
			yield encoder.encode(before + written(record, shape));
			before = ',\n';
		}
		yield encoder.encode(']');
	}
	yield encoder.encode('\n}\n');
}

/** A record with the fields that this version has; what a later one has put beside them stays out. */
function written(record: unknown, { names }: Shape<unknown>): string {
	return JSON.stringify(record, [...names]);
}
