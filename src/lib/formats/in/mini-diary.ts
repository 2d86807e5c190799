import type { Moment } from '$lib/model/moment';
import type { ImportCollector } from './import-collector';
import { toMoment, parseIsoDate, toParsedDate } from '$lib/formats/dates/parsed-date';
import { trimBlankEdges } from '$lib/formats/sanitise';

/** Whether a member of a JSON file's entries is a page of Mini Diary's: a day, with a title and a text. */
export function isMiniDiaryEntry(key: string | null, value: Record<string, unknown>): boolean {
	const { title, text } = value;
	return key !== null && /^\d{4}-\d\d-\d\d$/.test(key) && (isText(title) || isText(text));
}

/** Takes one page of a Mini Diary file. It has one a day, and no time for it. */
export function collectMiniDiaryEntry(
	key: string | null,
	{ title, text, dateUpdated }: Record<string, unknown>,
	collector: ImportCollector
): void {
	const day = key ?? '';
	const parsed = /^\d{4}-\d\d-\d\d$/.test(day) ? parseIsoDate(day) : null;
	const [heading, body] = [title, text].map((one) => (isText(one) ? trimBlankEdges(one) : ''));
	const hasText = body !== undefined && body !== '';
	collector.add({
		name: day || 'entry',
		// A day on which only the title was written is a day all the same.
		text: (hasText ? body : heading) ?? '',
		label: hasText ? (heading ?? '') : '',
		written: parsed && toMoment(parsed, collector.context.zone),
		changed: isText(dateUpdated) ? parseDateUpdated(dateUpdated, collector.context.zone) : null
	});
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Reads `Sun Feb 15 2026 15:15:23 GMT+0100`, with or without the zone's name behind it; null for anything else. */
function parseDateUpdated(text: string, zone: string): Moment | null {
	const [, month = '', day, year, hour, minute, second, sign, hours, minutes] =
		/^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d{4}) (\d\d):(\d\d):(\d\d) GMT([+-])(\d\d)(\d\d)/.exec(
			text
		) ?? [];
	if (day === undefined) return null;
	const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
	const dateTime = {
		year: Number(year),
		month: MONTHS.indexOf(month) + 1,
		day: Number(day),
		hour: Number(hour),
		minute: Number(minute),
		second: Number(second)
	};
	const parsed = toParsedDate(dateTime, true, offset);
	return parsed && toMoment(parsed, zone);
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}
