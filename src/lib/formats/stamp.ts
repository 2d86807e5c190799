import type { Moment } from '$lib/model/moment';
import { limits } from './limits';
import {
	asIfUtc,
	dayName,
	instantOf,
	knowsZone,
	momentIn,
	offsetAt,
	zoneAhead,
	type Wall
} from './zone-clock';

/** A date as a file has it, with its time and its distance from UTC where it says them. */
export interface Stamp {
	wall: Wall;
	/** Whether it says a time; else the wall shows noon. */
	timed: boolean;
	/** Minutes ahead of UTC; null where it does not say. */
	offset: number | null;
}

const NOON = { hour: 12, minute: 0, second: 0, millisecond: 0 };

/** 2026-03-04, 2026-03-04T08:12, 2026-03-04 08:12:33.125+01:00, …Z; ISO 8601 without its rarer forms. */
const iso =
	/^(\d{4})-(\d\d)-(\d\d)(?:(?:T|\s+)(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/;

/** Reads a date of that form; null for anything else, and for a day or an hour that does not exist. */
export function readStamp(text: string): Stamp | null {
	const [whole, year, month, day, hour, minute, second, fraction, zone] =
		iso.exec(text.trim().slice(0, 50)) ?? [];
	if (whole === undefined) return null;
	const date = { year: Number(year), month: Number(month), day: Number(day) };
	if (hour === undefined) return stampOf({ ...date, ...NOON }, false);
	const time = {
		hour: Number(hour),
		minute: Number(minute),
		second: Number(second ?? 0),
		millisecond: Number((fraction ?? '').padEnd(3, '0').slice(0, 3))
	};
	return stampOf({ ...date, ...time }, true, zone === undefined ? null : minutesOf(zone));
}

/** A stamp of what a calendar shows, with the time if there is one; null if no calendar or clock shows that. */
export function stampOf(
	wall: Pick<Wall, 'year' | 'month' | 'day'> & Partial<Wall>,
	timed = wall.hour !== undefined,
	offset: number | null = null
): Stamp | null {
	const shown = { ...NOON, ...wall };
	const real = new Date(asIfUtc(shown));
	const exists =
		shown.year >= limits.firstYear &&
		shown.year <= limits.lastYear &&
		real.getUTCMonth() === shown.month - 1 &&
		real.getUTCDate() === shown.day &&
		real.getUTCHours() === shown.hour &&
		real.getUTCMinutes() === shown.minute &&
		real.getUTCSeconds() === shown.second;
	return exists ? { wall: shown, timed, offset } : null;
}

/**
 * The moment that a stamp names. Without a distance from UTC its clock hung in `zone`. With one, `zone` is where
 * it hung if that fits, and else a zone that does; the day stays the one that is written.
 */
export function momentOf({ wall, offset }: Stamp, zone: string): Moment {
	const known = knowsZone(zone) ? zone : 'UTC';
	const day = dayName(wall);
	if (offset === null) return { at: instantOf(wall, known), zone: known, day };
	const at = asIfUtc(wall) - offset * 60_000;
	const there = offsetAt(at, known);
	// Clocks that went by the sun: their distance cannot be written, so the calendar there is asked.
	if (!Number.isInteger(there)) return momentIn(at, known);
	return { at, zone: there === offset ? known : (zoneAhead(offset) ?? 'UTC'), day };
}

/** The moment of a stamp that names an instant, as the calendar of `zone` had it: Day One writes in UTC. */
export function instantMoment({ wall, offset }: Stamp, zone: string): Moment {
	return momentIn(asIfUtc(wall) - (offset ?? 0) * 60_000, zone);
}

/** Whether an instant lies in the years in which a page can have been written. */
export function isPlausible(at: number): boolean {
	const year = new Date(at).getUTCFullYear();
	return year >= limits.firstYear && year <= limits.lastYear;
}

function minutesOf(zone: string): number {
	if (zone === 'Z') return 0;
	const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
	return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}
