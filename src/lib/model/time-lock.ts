import { isCalendarDay } from './calendar';
import { addDays, addMonths, addWeeks, addYears, format, parseISO } from 'date-fns';
import type { Entry } from './entry';
import { momentAt } from './moment';

/** The durations for which an entry can be time-locked with one tap; a day is the least. */
const durations = {
	day: (from: Date) => addDays(from, 1),
	week: (from: Date) => addWeeks(from, 1),
	month: (from: Date) => addMonths(from, 1),
	quarter: (from: Date) => addMonths(from, 3),
	half: (from: Date) => addMonths(from, 6),
	year: (from: Date) => addMonths(from, 12)
} as const;
export type TimeLockDuration = keyof typeof durations;

/** Returns the calendar day, `2027-01-31`, on which an entry time-locked today for this duration is ready. */
export function timeLockEnd(
	duration: TimeLockDuration,
	today: string = momentAt(Date.now()).day
): string {
	return format(durations[duration](parseISO(today)), 'yyyy-MM-dd');
}

/** Returns the last day until which an entry can be time-locked: fifty years on. */
export function maxTimeLockDay(today: string = momentAt(Date.now()).day): string {
	return format(addYears(parseISO(today), 50), 'yyyy-MM-dd');
}

/** Whether an entry can be time-locked until this day: a real one, later than `after`, and not absurdly far. */
export function isTimeLockDay(day: string, after: string = momentAt(Date.now()).day): boolean {
	return isCalendarDay(day) && day > after && day <= maxTimeLockDay();
}

/** Returns the later of the two days: a longer time lock is not made shorter. */
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

/**
 * Returns the time lock of an entry today. It is a wish of the writer's, which the app respects; no key depends on it.
 */
export function timeLockOf(
	{ sealedUntil: lockedUntil }: Pick<Entry, 'sealedUntil'>,
	today?: string
): TimeLock {
	if (lockedUntil === null) return 'none';
	// An invalid day locks nothing. `momentAt` is slow, and most entries do not need it.
	return isCalendarDay(lockedUntil) && (today ?? momentAt(Date.now()).day) < lockedUntil
		? 'locked'
		: 'ready';
}
