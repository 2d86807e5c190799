import { expect, test } from 'vitest';
import { timeLockEnd, isTimeLockDay, timeLockOf } from '$lib/model/time-lock';

test.each([
	['day', '2026-11-23'],
	['week', '2026-11-29'],
	['month', '2026-12-22'],
	['quarter', '2027-02-22'],
	['half', '2027-05-22'],
	['year', '2027-11-22']
] as const)('a page sealed on 22 November 2026 for a %s is ready on %s', (span, day) => {
	expect(timeLockEnd(span, '2026-11-22')).toBe(day);
});

test('a month from the last of January ends with February', () => {
	expect(timeLockEnd('month', '2027-01-31')).toBe('2027-02-28');
});

test.each([
	[null, 'none'],
	['2026-11-23', 'locked'],
	['2026-11-22', 'ready'],
	['2025-01-01', 'ready'],
	['12027-05-01', 'ready'],
	['+020277-05-01', 'ready'],
	['', 'ready'],
	['soon', 'ready']
] as const)('sealed until %s is %s on 22 November 2026', (sealedUntil, state) => {
	expect(timeLockOf({ sealedUntil }, '2026-11-22')).toBe(state);
});

test.each([
	['2026-11-23', true],
	['2076-11-21', true],
	['2026-11-22', false],
	['2099-01-01', false],
	['2027-02-31', false],
	['20277-05-01', false],
	['', false]
])('a page can be sealed until %s on 22 November 2026: %s', (day, wanted) => {
	expect(isTimeLockDay(day, '2026-11-22')).toBe(wanted);
});
