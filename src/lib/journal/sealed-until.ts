import { addDays, addMonths, addWeeks, format, parseISO } from 'date-fns';
import type { Entry } from './entry';
import { momentAt } from './moment';

/** For how long a page can be sealed with one tap; a day is the least. */
const spans = {
	day: (from: Date) => addDays(from, 1),
	week: (from: Date) => addWeeks(from, 1),
	month: (from: Date) => addMonths(from, 1),
	quarter: (from: Date) => addMonths(from, 3),
	half: (from: Date) => addMonths(from, 6),
	year: (from: Date) => addMonths(from, 12)
} as const;
export type Span = keyof typeof spans;

/** The calendar day, `2027-01-31`, on which a page sealed today for this long is ready. */
export function dayAfter(span: Span, today: string = momentAt(Date.now()).day): string {
	return format(spans[span](parseISO(today)), 'yyyy-MM-dd');
}

/**
 * - `open`: not sealed
 * - `sealed`: until a day that is still to come, by this device's clock
 * - `ready`: the day has come; the writer opens it when they like
 */
export type SealState = 'open' | 'sealed' | 'ready';

/** How an entry is sealed today. A seal is a wish of the writer's, kept by the app; it hides no key. */
export function sealState({ sealedUntil }: Pick<Entry, 'sealedUntil'>, today?: string): SealState {
	if (sealedUntil === null) return 'open';
	// Which day it is takes a while to say, and most pages do not ask.
	return (today ?? momentAt(Date.now()).day) < sealedUntil ? 'sealed' : 'ready';
}
