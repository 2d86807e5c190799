import type { Moment } from '$lib/model/moment';
import { knowsZone, offsetAt, wallAt, dayName, zoneAhead, type Wall } from './zone-clock';
import { momentOf, readStamp } from './stamp';

/** An instant as clocks in a zone showed it, with their distance from UTC: `2026-03-04T08:12:00.000+01:00`. */
export function stampText(at: number, zone: string): string {
	const offset = offsetAt(at, zone);
	// Clocks that went by the sun, before there were zones, are a few seconds off; no form of a date says so.
	const there = Number.isInteger(offset) ? zone : 'UTC';
	const minutes = Number.isInteger(offset) ? offset : 0;
	const wall = wallAt(at, there);
	return `${dayName(wall)}T${timeName(wall)}${offsetName(minutes)}`;
}

/** What a clock shows: `08:12:33.125`. */
function timeName({ hour, minute, second, millisecond }: Omit<Wall, 'year'>): string {
	const two = [hour, minute, second].map((figure) => String(figure).padStart(2, '0'));
	return `${two.join(':')}.${String(millisecond).padStart(3, '0')}`;
}

/** A moment in one line, with its zone: `2026-03-04T08:12:00.000+01:00 Europe/Lisbon`. */
export function momentText({ at, zone }: Moment): string {
	return `${stampText(at, zone)} ${zone}`;
}

/** Reads a moment from such a line; null for anything else. */
export function readMoment(text: string): Moment | null {
	const [date = '', zone = '', ...rest] = text.split(' ');
	const stamp = readStamp(date);
	if (!stamp || stamp.offset === null || rest.length > 0 || !isZoneName(zone)) return null;
	// A zone that this browser does not know yet is kept, for one that does.
	return { ...momentOf(stamp, zone), zone };
}

/** Whether a text has the form of a time zone's name. */
export function isZoneName(text: string): boolean {
	return /^[A-Za-z][\w+\-/]{0,59}$/.test(text);
}

/** The time zone that a foreign program names, also as `GMT+1`; null for one that nobody knows. */
export function zoneNamed(name: unknown): string | null {
	if (typeof name !== 'string' || name === '') return null;
	if (knowsZone(name) && isZoneName(name)) return name;
	const [, sign, hours, minutes = '0'] =
		/^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d\d)?$/.exec(name.slice(0, 20)) ?? [];
	if (hours === undefined) return null;
	const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
	return zoneAhead(ahead);
}

function offsetName(minutes: number): string {
	const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
	const two = (figure: number): string => String(figure).padStart(2, '0');
	return `${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
}
