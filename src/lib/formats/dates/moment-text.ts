import type { Moment } from '$lib/model/moment';
import {
	isKnownZone,
	offsetAt,
	toPlainDateTime,
	formatIsoDay,
	fixedOffsetZone,
	type PlainDateTime
} from './time-zone';
import { toMoment, parseIsoDate } from './parsed-date';

/** An instant as clocks in a zone showed it, with their distance from UTC: `2026-03-04T08:12:00.000+01:00`. */
export function formatIso(at: number, zone: string): string {
	const offset = offsetAt(at, zone);
	// Clocks that went by the sun, before there were zones, are a few seconds off; no form of a date says so.
	const knownZone = Number.isInteger(offset) ? zone : 'UTC';
	const minutes = Number.isInteger(offset) ? offset : 0;
	const local = toPlainDateTime(at, knownZone);
	return `${formatIsoDay(local)}T${formatTimeOfDay(local)}${formatOffset(minutes)}`;
}

/** What a clock shows: `08:12:33.125`. */
function formatTimeOfDay({
	hour,
	minute,
	second,
	millisecond
}: Omit<PlainDateTime, 'year'>): string {
	const padded = [hour, minute, second].map((figure) => String(figure).padStart(2, '0'));
	return `${padded.join(':')}.${String(millisecond).padStart(3, '0')}`;
}

/** A moment in one line, with its zone: `2026-03-04T08:12:00.000+01:00 Europe/Lisbon`. */
export function formatMoment({ at, zone }: Moment): string {
	return `${formatIso(at, zone)} ${zone}`;
}

/** Reads a moment from such a line; null for anything else. */
export function parseMomentText(text: string): Moment | null {
	const [date = '', zone = '', ...rest] = text.split(' ');
	const parsed = parseIsoDate(date);
	if (!parsed || parsed.offset === null || rest.length > 0 || !isZoneName(zone)) return null;
	// A zone that this browser does not know yet is kept, for one that does.
	return { ...toMoment(parsed, zone), zone };
}

/** Whether a text has the form of a time zone's name. */
export function isZoneName(text: string): boolean {
	return /^[A-Za-z][\w+\-/]{0,59}$/.test(text);
}

/** The time zone that a foreign program names, also as `GMT+1`; null for one that nobody knows. */
export function parseZone(name: unknown): string | null {
	if (typeof name !== 'string' || name === '') return null;
	if (isKnownZone(name) && isZoneName(name)) return name;
	const [, sign, hours, minutes = '0'] =
		/^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d\d)?$/.exec(name.slice(0, 20)) ?? [];
	if (hours === undefined) return null;
	const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
	return fixedOffsetZone(offset);
}

function formatOffset(minutes: number): string {
	const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
	const pad = (figure: number): string => String(figure).padStart(2, '0');
	return `${minutes < 0 ? '-' : '+'}${pad(hours)}:${pad(rest)}`;
}
