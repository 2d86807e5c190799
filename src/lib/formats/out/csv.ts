import type { Entry } from '$lib/model/entry';
import { formatClockTime, letterTitle } from './export-labels';
import type { ExportOptions } from '$lib/formats/metadata-keys';
import type { Yielder } from '$lib/work/yielder';

type Cell = string | number | null;

/**
 * Writes a table of the pages, without their texts: when, what was asked, and the small questions before and after,
 * from -3 to 3. RFC 4180, with the mark by which spreadsheets know UTF-8.
 */
export async function writeCsv(
	entries: readonly Entry[],
	options: ExportOptions,
	yielder: Yielder
): Promise<Blob> {
	const table = [columns(options).map(([name]) => name)];
	for (const [index, entry] of entries.entries()) {
		await yielder.yieldIfDue(index / entries.length);
		table.push(columns(options).map(([, valueOf]) => formatCell(valueOf(entry))));
	}
	const csvLines = table.map((line) => `${line.join(',')}\r\n`);
	return new Blob(['\ufeff', ...csvLines], { type: 'text/csv;charset=utf-8' });
}

function columns({
	questions,
	checkIns
}: ExportOptions): [name: string, of: (entry: Entry) => Cell][] {
	return [
		['date', ({ written }) => written.day],
		['time', ({ written }) => formatClockTime(written)],
		['time_zone', ({ written }) => written.zone],
		['part_number', ({ section }) => section?.number ?? null],
		['part', ({ section }) => section?.name ?? null],
		['letter', letterTitle],
		['label', ({ label }) => label],
		['starred', ({ starred }) => (starred ? 'yes' : null)],
		['tags', ({ tags }) => tags.join('; ')],
		...(questions ? [['question', ({ question }) => question?.text ?? null] satisfies Column] : []),
		...(checkIns
			? ([
					['before_feel', ({ before }) => before?.feel ?? null],
					['before_stir', ({ before }) => before?.stir ?? null],
					['after_feel', ({ after }) => after?.feel ?? null],
					['after_stir', ({ after }) => after?.stir ?? null],
					['feelings', ({ words }) => words.join('; ')]
				] satisfies Column[])
			: [])
	];
}
type Column = [name: string, of: (entry: Entry) => Cell];

/**
 * One cell. A spreadsheet runs what begins with one of these signs as a formula (OWASP ASVS 1.2.10), so such a text
 * gets an apostrophe before it; also behind a mark that some spreadsheet would divide the cell at. Figures are ours.
 */
function formatCell(value: Cell): string {
	if (value === null || value === '') return '';
	if (typeof value === 'number') return String(value);
	const text = value
		.replaceAll('\0', '')
		.replace(/(^|[;,\t\r\n"])(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1$2'")
		.replace(/^[\t\r]/, "'$&");
	return `"${text.replaceAll('"', '""')}"`;
}
