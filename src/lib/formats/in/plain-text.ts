import type { Moment } from '$lib/model/moment';
import { parseDateLine, type DateLine } from '$lib/formats/dates/date-line';
import type { ImportCollector } from './import-collector';
import { parsePathDate } from '$lib/formats/dates/path-date';
import type { Source } from './source';
import { isPlausibleDate, toMoment } from '$lib/formats/dates/parsed-date';
import { normaliseNewlines, trimBlankEdges } from '$lib/formats/sanitise';
import { momentInZone } from '$lib/formats/dates/time-zone';

/** Where a text comes from. */
export type FileOrigin = Pick<Source, 'path' | 'modifiedAt'>;

/** When a page was written that does not say so itself: its file's date, or now. */
export function fallbackMoment({ modifiedAt }: FileOrigin, { context }: ImportCollector): Moment {
	const at = modifiedAt !== null && isPlausibleDate(modifiedAt) ? modifiedAt : context.now;
	return momentInZone(at, context.zone);
}

/**
 * Takes a plain text: as one page, of the day in its file's name; or, if its first line is a date and nothing
 * else, as a page for each such line that is written like it.
 */
export async function collectPlainText(
	rawText: string,
	origin: FileOrigin,
	collector: ImportCollector
): Promise<void> {
	const text = normaliseNewlines(rawText);
	const pathDate = parsePathDate(origin.path);
	const first = parseDateLine(firstLine(text));
	if (first) {
		await collectDays(text, first.style, collector);
		return;
	}
	collector.add({
		name: origin.path,
		text: trimBlankEdges(text),
		written: pathDate
			? toMoment(pathDate, collector.context.zone)
			: fallbackMoment(origin, collector),
		isUndated: !pathDate
	});
}

function firstLine(text: string): string {
	const start = Math.max(text.search(/\S/), 0);
	return text.slice(start, start + 200).split('\n', 1)[0] ?? '';
}

async function collectDays(text: string, style: string, collector: ImportCollector): Promise<void> {
	let head: DateLine | null = null;
	/** Where the words below the head begin, and the line that is looked at. */
	let bodyStart = 0;
	let lineStart = 0;
	for (let count = 0; lineStart < text.length; count += 1) {
		// A rest at every line would take longer than the lines.
		if (count % 500 === 0) await collector.context.yielder.yieldIfDue(lineStart / text.length);
		const newlineAt = text.indexOf('\n', lineStart);
		const end = newlineAt < 0 ? text.length : newlineAt;
		const date = end - lineStart > 200 ? null : parseDateLine(text.slice(lineStart, end));
		if (date?.style === style) {
			if (head) collectDay(head, text.slice(bodyStart, lineStart), collector);
			head = date;
			bodyStart = end + 1;
		}
		lineStart = end + 1;
	}
	if (head) collectDay(head, text.slice(bodyStart), collector);
}

/** What Day One's plain text puts between the date and the words. */
const DAY_ONE_DETAIL = /^\t(Weather|Location|Tags?|Activity|Music|Photo):\t.*(?:\n|$)/;

function collectDay({ date }: DateLine, rawBody: string, collector: ImportCollector): void {
	// The line below a heading that makes it one.
	let text = rawBody.replace(/^(?:=+|-+)[ \t]*(?:\n|$)/, '');
	for (let found = DAY_ONE_DETAIL.exec(text); found; found = DAY_ONE_DETAIL.exec(text)) {
		collector.count((found[1] ?? '').toLowerCase(), 'detail');
		text = text.slice(found[0].length);
	}
	const written = toMoment(date, collector.context.zone);
	collector.add({ name: written.day, text: trimBlankEdges(text), written });
}
