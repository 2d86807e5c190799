import { expect, it } from 'vitest';
import { isExpired, expiryDay } from '$lib/model/bin';
import { momentAt } from '$lib/model/moment';

const binned = momentAt(Date.parse('2026-11-22T23:30:00Z'), 'Europe/Dublin');

it('lies in the bin for thirty days by the calendar', () => {
	expect(expiryDay(binned)).toBe('2026-12-22');
	expect(isExpired({ binned }, '2026-12-21')).toBe(false);
	expect(isExpired({ binned }, '2026-12-22')).toBe(true);
	expect(isExpired({ binned }, '2031-01-01')).toBe(true);
});

it('goes by the day its writer had, wherever that was', () => {
	const far = momentAt(Date.parse('2026-11-22T23:30:00Z'), 'Pacific/Auckland');
	expect(far.day).toBe('2026-11-23');
	expect(isExpired({ binned: far }, '2026-12-22')).toBe(false);
});

it('ends nothing on a clock that stands before that day, or on a day that cannot be read', () => {
	expect(isExpired({ binned }, '2020-01-01')).toBe(false);
	expect(isExpired({ binned: { ...binned, day: 'someday' } }, '2031-01-01')).toBe(false);
	expect(isExpired({ binned: null }, '2031-01-01')).toBe(false);
});
