import { expect, test } from 'vitest';
import {
	daysOf,
	sameDayInMonth,
	isMonth,
	monthsOf,
	shiftDay,
	shiftMonth,
	weekdayOf,
	weeksOf
} from '$lib/model/calendar';

test('a month has the days the calendar gives it, leap years too', () => {
	expect(daysOf('2026-02')).toHaveLength(28);
	expect(daysOf('2028-02').at(-1)).toBe('2028-02-29');
	expect(daysOf('2100-02')).toHaveLength(28);
	expect(daysOf('2026-12').at(-1)).toBe('2026-12-31');
	expect(monthsOf(2026)).toEqual(expect.arrayContaining(['2026-01', '2026-12']));
});

test('no day is lost or doubled where the clocks change', () => {
	for (const month of ['2026-03', '2026-10', '2026-11']) {
		expect(new Set(daysOf(month)).size).toBe(daysOf(month).length);
	}
	expect(shiftDay('2026-03-28', 1)).toBe('2026-03-29');
	expect(shiftDay('2026-03-29', 1)).toBe('2026-03-30');
	expect(shiftDay('2026-10-25', 1)).toBe('2026-10-26');
	expect(shiftDay('2026-01-01', -1)).toBe('2025-12-31');
});

test('weeks begin on Monday, and days of other months stay empty', () => {
	const weeks = weeksOf('2026-11');
	// The first of November 2026 is a Sunday.
	expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
	expect(weeks).toHaveLength(6);
	expect(weeks[5]).toEqual(['2026-11-30', null, null, null, null, null, null]);
	expect(weeksOf('2027-02')).toHaveLength(4);
	expect(weekdayOf('2026-11-22')).toBe(6);
});

test('months are turned over the end of a year, and a day is kept where it can be', () => {
	expect(shiftMonth('2026-12', 1)).toBe('2027-01');
	expect(shiftMonth('2026-01', -1)).toBe('2025-12');
	expect(shiftMonth('2026-03', -12)).toBe('2025-03');
	expect(sameDayInMonth('2026-01-31', '2026-02')).toBe('2026-02-28');
	expect(sameDayInMonth('2026-01-15', '2026-02')).toBe('2026-02-15');
});

test('a month is known by its name', () => {
	expect(['2026-11', '2026-13', '2026-1', 'x', ''].map(isMonth)).toEqual([
		true,
		false,
		false,
		false,
		false
	]);
});
