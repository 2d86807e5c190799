import type { Moment } from '$lib/model/moment';
import { formatLimits } from '$lib/formats/limits';
import {
	toUtcInstant,
	formatIsoDay,
	toInstant,
	isKnownZone,
	momentInZone,
	offsetAt,
	fixedOffsetZone,
	type PlainDateTime
} from './time-zone';

/** A date as a file has it, with its time and its distance from UTC where it says them. */
export interface ParsedDate {
	dateTime: PlainDateTime;
	/** Whether it says a time; else the wall shows noon. */
	hasTime: boolean;
	/** Minutes ahead of UTC; null where it does not say. */
	offset: number | null;
}

const NOON_TIME = { hour: 12, minute: 0, second: 0, millisecond: 0 };

/** 2026-03-04, 2026-03-04T08:12, 2026-03-04 08:12:33.125+01:00, …Z; ISO 8601 without its rarer forms. */
const ISO_8601 =
	/^(\d{4})-(\d\d)-(\d\d)(?:(?:T|\s+)(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/;

/** Reads a date of that form; null for anything else, and for a day or an hour that does not exist. */
export function parseIsoDate(text: string): ParsedDate | null {
	const [whole, year, month, day, hour, minute, second, fraction, zone] =
		ISO_8601.exec(text.trim().slice(0, 50)) ?? [];
	if (whole === undefined) return null;
	const date = { year: Number(year), month: Number(month), day: Number(day) };
	if (hour === undefined) return toParsedDate({ ...date, ...NOON_TIME }, false);
	const time = {
		hour: Number(hour),
		minute: Number(minute),
		second: Number(second ?? 0),
		millisecond: Number((fraction ?? '').padEnd(3, '0').slice(0, 3))
	};
	return toParsedDate({ ...date, ...time }, true, zone === undefined ? null : parseOffset(zone));
}

/** A stamp of what a calendar shows, with the time if there is one; null if no calendar or clock shows that. */
export function toParsedDate(
	dateTime: Pick<PlainDateTime, 'year' | 'month' | 'day'> & Partial<PlainDateTime>,
	hasTime = dateTime.hour !== undefined,
	offset: number | null = null
): ParsedDate | null {
	const full = { ...NOON_TIME, ...dateTime };
	const utcDate = new Date(toUtcInstant(full));
	const exists =
		full.year >= formatLimits.firstYear &&
		full.year <= formatLimits.lastYear &&
		utcDate.getUTCMonth() === full.month - 1 &&
		utcDate.getUTCDate() === full.day &&
		utcDate.getUTCHours() === full.hour &&
		utcDate.getUTCMinutes() === full.minute &&
		utcDate.getUTCSeconds() === full.second;
	return exists ? { dateTime: full, hasTime, offset } : null;
}

/**
 * The moment that a stamp names. Without a distance from UTC its clock hung in `zone`. With one, `zone` is where
 * it hung if that fits, and else a zone that does; the day stays the one that is written.
 */
export function toMoment({ dateTime, offset }: ParsedDate, zone: string): Moment {
	const known = isKnownZone(zone) ? zone : 'UTC';
	const day = formatIsoDay(dateTime);
	if (offset === null) return { at: toInstant(dateTime, known), zone: known, day };
	const at = toUtcInstant(dateTime) - offset * 60_000;
	const offsetThere = offsetAt(at, known);
	// Clocks that went by the sun: their distance cannot be written, so the calendar there is asked.
	if (!Number.isInteger(offsetThere)) return momentInZone(at, known);
	return { at, zone: offsetThere === offset ? known : (fixedOffsetZone(offset) ?? 'UTC'), day };
}

/** The moment of a stamp that names an instant, as the calendar of `zone` had it: Day One writes in UTC. */
export function toMomentInZone({ dateTime, offset }: ParsedDate, zone: string): Moment {
	return momentInZone(toUtcInstant(dateTime) - (offset ?? 0) * 60_000, zone);
}

/** Whether an instant lies in the years in which a page can have been written. */
export function isPlausibleDate(at: number): boolean {
	const year = new Date(at).getUTCFullYear();
	return year >= formatLimits.firstYear && year <= formatLimits.lastYear;
}

function parseOffset(zone: string): number {
	if (zone === 'Z') return 0;
	const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
	return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}
