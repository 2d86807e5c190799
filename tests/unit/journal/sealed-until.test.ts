import { expect, test } from 'vitest';
import { dayAfter, sealState } from '$lib/journal/sealed-until';

test.each([
	['day', '2026-11-23'],
	['week', '2026-11-29'],
	['month', '2026-12-22'],
	['quarter', '2027-02-22'],
	['half', '2027-05-22'],
	['year', '2027-11-22']
] as const)('a page sealed on 22 November 2026 for a %s is ready on %s', (span, day) => {
	expect(dayAfter(span, '2026-11-22')).toBe(day);
});

test('a month from the last of January ends with February', () => {
	expect(dayAfter('month', '2027-01-31')).toBe('2027-02-28');
});

test.each([
	[null, 'open'],
	['2026-11-23', 'sealed'],
	['2026-11-22', 'ready'],
	['2025-01-01', 'ready']
] as const)('sealed until %s is %s on 22 November 2026', (sealedUntil, state) => {
	expect(sealState({ sealedUntil }, '2026-11-22')).toBe(state);
});
