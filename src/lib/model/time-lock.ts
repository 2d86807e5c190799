import { isCalendarDay } from './calendar';
import { addDays, addMonths, addWeeks, addYears, format, parseISO } from 'date-fns';
import type { Entry } from './entry';
import { momentAt } from './moment';

/** For how long a page can be sealed with one tap; a day is the least. */
const durations = {
	day: (from: Date) => addDays(from, 1),
	week: (from: Date) => addWeeks(from, 1),
	month: (from: Date) => addMonths(from, 1),
	quarter: (from: Date) => addMonths(from, 3),
	half: (from: Date) => addMonths(from, 6),
	year: (from: Date) => addMonths(from, 12)
} as const;
export type TimeLockDuration = keyof typeof durations;

/** The calendar day, `2027-01-31`, on which a page sealed today for this long is ready. */
export function timeLockEnd(
	duration: TimeLockDuration,
	today: string = momentAt(Date.now()).day
): string {
	return format(durations[duration](parseISO(today)), 'yyyy-MM-dd');
}

/** The last day until which a page can be sealed: fifty years on. */
export function maxTimeLockDay(today: string = momentAt(Date.now()).day): string {
	return format(addYears(parseISO(today), 50), 'yyyy-MM-dd');
}

/** Whether a page can be sealed until this day: a real one, later than `after`, and not absurdly far. */
export function isTimeLockDay(day: string, after: string = momentAt(Date.now()).day): boolean {
	return isCalendarDay(day) && day > after && day <= maxTimeLockDay();
}

/** The day until which a page is sealed that is to be sealed until `day`: a longer seal is not made shorter. */
export function laterTimeLock(lockedUntil: string | null, day: string): string {
	return lockedUntil !== null && isCalendarDay(lockedUntil) && lockedUntil > day
		? lockedUntil
		: day;
}

/**
 * - `none`: not time-locked
 * - `locked`: until a day that is still to come, by this device's clock
 * - `ready`: the day has come; the writer opens it when they like
 */
export type TimeLock = 'none' | 'locked' | 'ready';

/** How an entry is sealed today. A seal is a wish of the writer's, kept by the app; it hides no key. */
export function timeLockOf(
	{ sealedUntil: lockedUntil }: Pick<Entry, 'sealedUntil'>,
	today?: string
): TimeLock {
	if (lockedUntil === null) return 'none';
	// A day that cannot be read holds nobody up. Which day it is takes a while to say, and most pages do not ask.
	return isCalendarDay(lockedUntil) && (today ?? momentAt(Date.now()).day) < lockedUntil
		? 'locked'
		: 'ready';
}
