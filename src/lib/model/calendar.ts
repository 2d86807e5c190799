/*
 * Calendar arithmetic on strings: `2026-11-22` for a day, `2026-11` for a month. No clock and no time zone is involved,
 * so that a day with 23 hours, or a journey, changes nothing.
 */

const DAY_MS = 86_400_000;

/** Whether a text is a calendar day that exists, of a year of four digits: `2026-11-22`. */
export function isCalendarDay(text: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Returns the month of a day. */
export function monthOf(day: string): string {
	return day.slice(0, 7);
}

/** Returns the year of a day or a month. */
export function yearOf(name: string): number {
	return Number(name.slice(0, 4));
}

/** Whether a text is a month that the calendar has. */
export function isMonth(name: string): boolean {
	return /^\d{4}-(0[1-9]|1[0-2])$/.test(name);
}

/** Returns the twelve months of a year. */
export function monthsOf(year: number): string[] {
	return Array.from({ length: 12 }, (_, index) => dayAt(Date.UTC(year, index)).slice(0, 7));
}

/** Returns the days of a month, from the first to the last. */
export function daysOf(month: string): string[] {
	const start = startOfDay(`${month}-01`);
	const after = startOfDay(`${shiftMonth(month, 1)}-01`);
	return Array.from({ length: (after - start) / DAY_MS }, (_, index) =>
		dayAt(start + index * DAY_MS)
	);
}

/**
 * Returns the weeks of a month; null is a day of another month. `firstWeekday` is the weekday a week begins with, 0 for
 * Monday.
 */
export function weeksOf(month: string, firstWeekday = 0): (string | null)[][] {
	const days = daysOf(month);
	const before = weekdayOf(days[0] ?? '', firstWeekday);
	const cells = [...Array<null>(before).fill(null), ...days];
	const weeks = Math.ceil(cells.length / 7);
	return Array.from({ length: weeks }, (_, week) =>
		Array.from({ length: 7 }, (_, index) => cells[week * 7 + index] ?? null)
	);
}

/**
 * Returns the position of a day in its week, from 0, where the week begins with `firstWeekday`: 0 for Monday, 6 for
 * Sunday.
 */
export function weekdayOf(day: string, firstWeekday = 0): number {
	return (new Date(startOfDay(day)).getUTCDay() + 13 - firstWeekday) % 7;
}

/** Returns the day `by` days later, or earlier. */
export function shiftDay(day: string, by: number): string {
	return dayAt(startOfDay(day) + by * DAY_MS);
}

/** Returns the month `by` months later, or earlier. */
export function shiftMonth(month: string, by: number): string {
	return dayAt(Date.UTC(yearOf(month), Number(month.slice(5)) - 1 + by)).slice(0, 7);
}

/** Returns the same day of another month, or its last day where it has no such day. */
export function sameDayInMonth(day: string, month: string): string {
	const days = daysOf(month);
	return days[Number(day.slice(8)) - 1] ?? days.at(-1) ?? day;
}

function startOfDay(day: string): number {
	return Date.parse(`${day}T00:00:00Z`);
}

function dayAt(at: number): string {
	return new Date(at).toISOString().slice(0, 10);
}
