import {
	differenceInCalendarDays,
	formatDuration,
	intervalToDuration,
	isSameYear,
	parseISO
} from 'date-fns';
import { hourFormat } from './date-settings';

/** A calendar day, `2025-11-09`, as `Sunday 9 November 2025`. */
export function formatLongDate(day: string): string {
	return formatDay(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** A calendar day as `9 November 2025`. */
export function formatDate(day: string): string {
	return formatDay(day, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** A calendar day as `9 November 2025` for everyone: for pages that ask nothing about who reads them. */
export function formatDateEnGB(day: string): string {
	return formatDay(day, { day: 'numeric', month: 'long', year: 'numeric' }, 'en-GB');
}

/** A calendar day as `9 November`. */
export function formatDayMonth(day: string): string {
	return formatDay(day, { day: 'numeric', month: 'long' });
}

/** A calendar day as `Sun`. */
export function formatShortWeekday(day: string): string {
	return formatDay(day, { weekday: 'short' });
}

/** The day of the week: `Sunday`. */
export function formatWeekday(day: string): string {
	return formatDay(day, { weekday: 'long' });
}

/** The day of the month: `9`. */
export function formatDayOfMonth(day: string): string {
	return formatDay(day, { day: 'numeric' });
}

/** The month of a calendar day: `November`, with the year when it is not this year's. */
export function formatRelativeMonth(day: string, today: Date = new Date()): string {
	const year = isSameYear(parseISO(day), today) ? {} : ({ year: 'numeric' } as const);
	return formatDay(day, { month: 'long', ...year });
}

/** A month, `2026-11`, as `November 2026`. */
export function formatMonthYear(month: string): string {
	return formatDay(month, { month: 'long', year: 'numeric' });
}

/** A month as `November`. */
export function formatMonth(month: string): string {
	return formatDay(month, { month: 'long' });
}

/** A month as `Nov`. */
export function formatShortMonth(month: string): string {
	return formatDay(month, { month: 'short' });
}

/** How long ago a calendar day was, where that is easily said: `today`, `yesterday`; else null. */
export function relativeDay(day: string, today: Date = new Date()): string | null {
	const days = differenceInCalendarDays(today, parseISO(day));
	return days === 0 ? 'today' : days === 1 ? 'yesterday' : null;
}

/** The time from one calendar day to a later one: `1 month and 11 days`; empty for one and the same day. */
export function durationBetween(from: string, to: string): string {
	const { years, months, days } = intervalToDuration({ start: parseISO(from), end: parseISO(to) });
	const parts = { years: years ?? 0, months: months ?? 0, days: days ?? 0 };
	return formatDuration(parts, { delimiter: ', ' }).replace(/, (?=[^,]*$)/, ' and ');
}

const timeOptions = {
	'24': { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
	'12': { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' }
} as const;

/** Made once each, as the formats of days are. */
const timeFormats = new Map<string, Intl.DateTimeFormat>();

/** The time of an instant, in milliseconds, as the clock in that zone showed it: `21:47`, or `9:47 pm`. */
export function formatTime(at: number, zone?: string): string {
	const options = timeOptions[hourFormat.value];
	try {
		const zoned = zone ? { ...options, timeZone: zone } : options;
		const key = [hourFormat.value, zone].join();
		const format = timeFormats.get(key) ?? new Intl.DateTimeFormat('en-GB', zoned);
		timeFormats.set(key, format);
		return format.format(at);
	} catch {
		// RangeError: a zone that this browser does not know; its own is the nearest there is.
		return new Intl.DateTimeFormat('en-GB', options).format(at);
	}
}

let cachedLocale: string | undefined;

/**
 * The reader's own English: days are worded as their browser is set, among the ways the language of this app has
 * (`9 November 2025`, `November 9, 2025`); the names of the months would be in no other one's sentences. Asked for
 * with the first day that is worded.
 */
function readerLocale(): string {
	if (typeof document === 'undefined') return 'en-GB';
	cachedLocale ??= navigator.languages.find((language) => /^en-/i.test(language)) ?? 'en-GB';
	return cachedLocale;
}

/** Made once each: making one takes longer than a whole line of the journal's list. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function formatDay(
	day: string,
	options: Intl.DateTimeFormatOptions,
	language: string = readerLocale()
): string {
	const date = parseISO(`${day}T00:00:00Z`);
	// A day that is none must not take a whole list with it.
	if (Number.isNaN(date.getTime())) return day;
	const key = [language, ...Object.entries(options)].join();
	// A calendar day is the same in every zone; in UTC none can move it, should the device travel.
	const format =
		dateFormats.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
	dateFormats.set(key, format);
	// `Sunday, 9 November` reads better without the comma; `November 9, 2025` needs its own.
	return format.format(date).replace(/^(\p{L}+), (?=\d)/u, '$1 ');
}
