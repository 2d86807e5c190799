import { expect, it } from 'vitest';
import { isLowDay, isOld, isRevisit, isThirdVisit, withVisit } from '$lib/queries/revisits';
import { momentAt } from '$lib/model/moment';

const HOUR = 3_600_000;
const now = Date.parse('2026-11-22T21:00:00Z');
const ago = (hours: number) => momentAt(now - hours * HOUR, 'UTC');

it('calls a page old from thirty days on', () => {
	expect(isOld({ written: ago(30 * 24 - 1) }, now)).toBe(false);
	expect(isOld({ written: ago(30 * 24) }, now)).toBe(true);
});

it('does not count as reading again what was worked on within the hour', () => {
	expect(isRevisit({ changed: ago(0.5) }, now)).toBe(false);
	expect(isRevisit({ changed: ago(1) }, now)).toBe(true);
});

it('counts an opening once, however often the choice of it is made anew', () => {
	const opened = withVisit([], 'a', now);
	expect(withVisit(opened, 'a', now)).toEqual(opened);
	expect(withVisit(opened, 'b', now)).toHaveLength(2);
});

it('R9: knows the third opening of one page within a day, and forgets older ones', () => {
	let opened = withVisit([], 'a', now - 25 * HOUR);
	opened = withVisit(opened, 'a', now - 2 * HOUR);
	opened = withVisit(opened, 'b', now - HOUR);
	expect(opened).toHaveLength(2);
	expect(isThirdVisit(opened, 'a', now)).toBe(false);
	opened = withVisit(opened, 'a', now - HOUR);
	expect(isThirdVisit(opened, 'a', now)).toBe(true);
	expect(isThirdVisit(opened, 'b', now)).toBe(false);
	expect(isThirdVisit(opened, 'a', now + 24 * HOUR)).toBe(false);
});

it('R4: takes the day for a low one by what was said last of a page of today', () => {
	const page = { written: ago(1), before: { feel: 1, stir: null }, after: null } as const;
	expect(isLowDay([page], now)).toBe(false);
	expect(isLowDay([{ ...page, after: { feel: -1, stir: null } }], now)).toBe(true);
	expect(
		isLowDay([{ ...page, before: { feel: -3, stir: 2 }, after: { feel: 1, stir: 0 } }], now)
	).toBe(false);
	expect(isLowDay([{ ...page, written: ago(48), after: { feel: -3, stir: 3 } }], now)).toBe(false);
	expect(isLowDay([], now)).toBe(false);
});
