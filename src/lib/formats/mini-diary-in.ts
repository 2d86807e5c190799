import type { Moment } from '$lib/model/moment';
import type { Intake } from './intake';
import { momentOf, readStamp, stampOf } from './stamp';
import { withoutEdges } from './well-formed';

/** Whether a member of a JSON file's entries is a page of Mini Diary's: a day, with a title and a text. */
export function isMiniDiaryEntry(key: string | null, value: Record<string, unknown>): boolean {
	const { title, text } = value;
	return key !== null && /^\d{4}-\d\d-\d\d$/.test(key) && (isText(title) || isText(text));
}

/** Takes one page of a Mini Diary file. It has one a day, and no time for it. */
export function takeMiniDiaryEntry(
	key: string | null,
	{ title, text, dateUpdated }: Record<string, unknown>,
	intake: Intake
): void {
	const day = key ?? '';
	const stamp = /^\d{4}-\d\d-\d\d$/.test(day) ? readStamp(day) : null;
	const [heading, words] = [title, text].map((one) => (isText(one) ? withoutEdges(one) : ''));
	const hasText = words !== undefined && words !== '';
	intake.take({
		name: day || 'entry',
		// A day on which only the title was written is a day all the same.
		text: (hasText ? words : heading) ?? '',
		label: hasText ? (heading ?? '') : '',
		written: stamp && momentOf(stamp, intake.context.zone),
		changed: isText(dateUpdated) ? updatedAt(dateUpdated, intake.context.zone) : null
	});
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Reads `Sun Feb 15 2026 15:15:23 GMT+0100`, with or without the zone's name behind it; null for anything else. */
function updatedAt(text: string, zone: string): Moment | null {
	const [, month = '', day, year, hour, minute, second, sign, hours, minutes] =
		/^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d{4}) (\d\d):(\d\d):(\d\d) GMT([+-])(\d\d)(\d\d)/.exec(
			text
		) ?? [];
	if (day === undefined) return null;
	const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
	const wall = {
		year: Number(year),
		month: months.indexOf(month) + 1,
		day: Number(day),
		hour: Number(hour),
		minute: Number(minute),
		second: Number(second)
	};
	const stamp = stampOf(wall, true, offset);
	return stamp && momentOf(stamp, zone);
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}
