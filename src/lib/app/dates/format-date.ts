import {
	differenceInCalendarDays,
	formatDuration,
	intervalToDuration,
	isSameYear,
	parseISO
} from 'date-fns';
import { hourFormat } from './date-settings';

/** Formats a calendar day, `2025-11-09`, as `Sunday 9 November 2025`. */
export function formatLongDate(day: string): string {
	return formatDay(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** Formats a calendar day as `9 November 2025`. */
export function formatDate(day: string): string {
	return formatDay(day, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** Formats a calendar day as `9 November 2025` in every locale: for pages that do not read the reader's settings. */
export function formatDateEnGB(day: string): string {
	return formatDay(day, { day: 'numeric', month: 'long', year: 'numeric' }, 'en-GB');
}

/** Formats a calendar day as `9 November`. */
export function formatDayMonth(day: string): string {
	return formatDay(day, { day: 'numeric', month: 'long' });
}

/** Formats a calendar day as `Sun`. */
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

/** The month of a calendar day: `November`, with the year if it is not the current one. */
export function formatRelativeMonth(day: string, today: Date = new Date()): string {
	const year = isSameYear(parseISO(day), today) ? {} : ({ year: 'numeric' } as const);
	return formatDay(day, { month: 'long', ...year });
}

/** Formats a month, `2026-11`, as `November 2026`. */
export function formatMonthYear(month: string): string {
	return formatDay(month, { month: 'long', year: 'numeric' });
}

/** Formats a month as `November`. */
export function formatMonth(month: string): string {
	return formatDay(month, { month: 'long' });
}

/** Formats a month as `Nov`. */
export function formatShortMonth(month: string): string {
	return formatDay(month, { month: 'short' });
}

/** How long ago a calendar day was: `today`, `yesterday`; null for any other day. */
export function relativeDay(day: string, today: Date = new Date()): string | null {
	const days = differenceInCalendarDays(today, parseISO(day));
	return days === 0 ? 'today' : days === 1 ? 'yesterday' : null;
}

/** The time from one calendar day to a later one: `1 month and 11 days`; empty if they are the same day. */
export function durationBetween(from: string, to: string): string {
	const { years, months, days } = intervalToDuration({ start: parseISO(from), end: parseISO(to) });
	const parts = { years: years ?? 0, months: months ?? 0, days: days ?? 0 };
	return formatDuration(parts, { delimiter: ', ' }).replace(/, (?=[^,]*$)/, ' and ');
}

const timeOptions = {
	'24': { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
	'12': { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' }
} as const;

/** Cached, as the date formats are. */
const timeFormats = new Map<string, Intl.DateTimeFormat>();

/** Formats an instant, in milliseconds, as the clock in that time zone showed it: `21:47`, or `9:47 pm`. */
export function formatTime(at: number, zone?: string): string {
	const options = timeOptions[hourFormat.value];
	try {
		const zoned = zone ? { ...options, timeZone: zone } : options;
		const key = [hourFormat.value, zone].join();
		const format = timeFormats.get(key) ?? new Intl.DateTimeFormat('en-GB', zoned);
		timeFormats.set(key, format);
		return format.format(at);
	} catch {
		// RangeError: this browser does not know the zone; its own is the closest available.
		return new Intl.DateTimeFormat('en-GB', options).format(at);
	}
}

let cachedLocale: string | undefined;

/**
 * The reader's variety of English: days are formatted as their browser is set, within the language of this app
 * (`9 November 2025`, `November 9, 2025`), since month names of another language would not fit its sentences. Read when
 * the first day is formatted.
 */
function readerLocale(): string {
	if (typeof document === 'undefined') return 'en-GB';
	cachedLocale ??= navigator.languages.find((language) => /^en-/i.test(language)) ?? 'en-GB';
	return cachedLocale;
}

/** Cached: creating one takes longer than rendering a row of the journal's list. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function formatDay(
	day: string,
	options: Intl.DateTimeFormatOptions,
	language: string = readerLocale()
): string {
	const date = parseISO(`${day}T00:00:00Z`);
	// An invalid day must not break a whole list.
	if (Number.isNaN(date.getTime())) return day;
	const key = [language, ...Object.entries(options)].join();
	// A calendar day is the same in every zone; UTC keeps it from shifting when the device travels.
	const format =
		dateFormats.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
	dateFormats.set(key, format);
	// `Sunday, 9 November` reads better without the comma; `November 9, 2025` needs its own.
	return format.format(date).replace(/^(\p{L}+), (?=\d)/u, '$1 ');
}
