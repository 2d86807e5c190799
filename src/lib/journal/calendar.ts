/*
 * The calendar, reckoned on its own names: `2026-11-22` for a day, `2026-11` for a month. No clock and no time
 * zone has a part in it, so that a day with 23 hours, or a journey, moves nothing.
 */

const DAY = 86_400_000;

/** The month of a day. */
export function monthOf(day: string): string {
	return day.slice(0, 7);
}

/** The year of a day or a month. */
export function yearOf(name: string): number {
	return Number(name.slice(0, 4));
}

/** Whether this names a month that the calendar has. */
export function isMonth(name: string): boolean {
	return /^\d{4}-(0[1-9]|1[0-2])$/.test(name);
}

/** The twelve months of a year. */
export function monthsOf(year: number): string[] {
	return Array.from({ length: 12 }, (_, index) => named(Date.UTC(year, index)).slice(0, 7));
}

/** The days of a month, from the first to the last. */
export function daysOf(month: string): string[] {
	const start = instant(`${month}-01`);
	const after = instant(`${movedMonth(month, 1)}-01`);
	return Array.from({ length: (after - start) / DAY }, (_, index) => named(start + index * DAY));
}

/** The weeks of a month; null stands for a day of another month. `first` is the weekday a week begins with. */
export function weeksOf(month: string, first = 0): (string | null)[][] {
	const days = daysOf(month);
	const before = weekdayOf(days[0] ?? '', first);
	const places = [...Array<null>(before).fill(null), ...days];
	const weeks = Math.ceil(places.length / 7);
	return Array.from({ length: weeks }, (_, week) =>
		Array.from({ length: 7 }, (_, index) => places[week * 7 + index] ?? null)
	);
}

/** The place of a day in its week, from 0, where the week begins with `first`: 0 for Monday, 6 for Sunday. */
export function weekdayOf(day: string, first = 0): number {
	return (new Date(instant(day)).getUTCDay() + 13 - first) % 7;
}

/** The day so many days later, or earlier. */
export function movedDay(day: string, by: number): string {
	return named(instant(day) + by * DAY);
}

/** The month so many months later, or earlier. */
export function movedMonth(month: string, by: number): string {
	return named(Date.UTC(yearOf(month), Number(month.slice(5)) - 1 + by)).slice(0, 7);
}

/** The same day of another month, or its last day where it has no such day. */
export function inMonth(day: string, month: string): string {
	const days = daysOf(month);
	return days[Number(day.slice(8)) - 1] ?? days.at(-1) ?? day;
}

function instant(day: string): number {
	return Date.parse(`${day}T00:00:00Z`);
}

function named(at: number): string {
	return new Date(at).toISOString().slice(0, 10);
}
