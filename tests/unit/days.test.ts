import { expect, it } from 'vitest';
import { durationBetween } from '$lib/app/dates/format-date';

it('the time between two days is said in words', () => {
	expect(durationBetween('2026-08-03', '2026-09-14')).toBe('1 month and 11 days');
	expect(durationBetween('2024-02-29', '2026-11-22')).toBe('2 years, 8 months and 25 days');
	expect(durationBetween('2026-11-01', '2026-11-15')).toBe('14 days');
	expect(durationBetween('2026-11-22', '2026-11-22')).toBe('');
});
