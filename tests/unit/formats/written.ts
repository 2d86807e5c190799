import { strFromU8, unzipSync } from 'fflate';
import { entryDefaults, type Entry } from '$lib/model/entry';
import { writeEntries, type ExportFormat } from '$lib/formats/formats';
import { momentInZone } from '$lib/formats/dates/time-zone';
import { all } from './given';

export const noon = Date.UTC(2026, 2, 4, 8, 12);

/** A page of this number, a minute after the one before it. */
export function page(id: number, fields: Partial<Entry>): Entry {
	const written = momentInZone(noon + id * 60_000, 'Europe/Lisbon');
	return {
		...entryDefaults,
		id: id.toString(16).padStart(32, '0'),
		companion: 'walking-away',
		section: null,
		question: null,
		text: 'A page.',
		written,
		changed: written,
		finished: true,
		versions: [],
		copyOf: null,
		...fields
	};
}

/** A page of which everything is said that a file says. */
export const full = page(1, {
	section: { id: 'the-door', number: 4, name: 'The door' },
	question: {
		promptId: 'the-door-2',
		text: 'What was on the table?',
		stance: 'recent',
		depth: 'gentle'
	},
	text: 'A cup.\n\nAnd a letter.',
	label: 'Kitchen',
	starred: true,
	tags: ['home', 'two words'],
	before: { feel: -2, stir: 3 },
	after: { feel: 0, stir: null },
	words: ['sad', 'calm'],
	margin: [
		{ id: 'b'.repeat(32), text: 'It was blue.', written: momentInZone(noon, 'Europe/Lisbon') }
	]
});

/** The text of these pages in a format. */
export async function written(
	format: ExportFormat,
	pages: readonly Entry[],
	options = all
): Promise<string> {
	return (await writeEntries(format, pages, options)).text();
}

/** The files of an archive of these pages, by their paths. */
export async function unzipped(
	format: ExportFormat,
	pages: readonly Entry[]
): Promise<Record<string, string>> {
	const blob = await writeEntries(format, pages, all);
	const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
	return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}
