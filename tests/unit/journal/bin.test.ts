import { expect, it } from 'vitest';
import { isDue, lastDayOf } from '$lib/journal/bin';
import { momentAt } from '$lib/journal/moment';

const binned = momentAt(Date.parse('2026-11-22T23:30:00Z'), 'Europe/Dublin');

it('lies in the bin for thirty days by the calendar', () => {
	expect(lastDayOf(binned)).toBe('2026-12-22');
	expect(isDue({ binned }, '2026-12-21')).toBe(false);
	expect(isDue({ binned }, '2026-12-22')).toBe(true);
	expect(isDue({ binned }, '2031-01-01')).toBe(true);
});

it('goes by the day its writer had, wherever that was', () => {
	const far = momentAt(Date.parse('2026-11-22T23:30:00Z'), 'Pacific/Auckland');
	expect(far.day).toBe('2026-11-23');
	expect(isDue({ binned: far }, '2026-12-22')).toBe(false);
});

it('ends nothing on a clock that stands before that day, or on a day that cannot be read', () => {
	expect(isDue({ binned }, '2020-01-01')).toBe(false);
	expect(isDue({ binned: { ...binned, day: 'someday' } }, '2031-01-01')).toBe(false);
	expect(isDue({ binned: null }, '2031-01-01')).toBe(false);
});
