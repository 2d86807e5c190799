import { addDays, differenceInCalendarDays, parseISO, format } from 'date-fns';
import type { Entry } from './entry';
import { momentAt, type Moment } from './moment';

/** For as many days a page lies in the bin before it goes. */
export const BIN_DAYS = 30;

/** Whether a page lies in the bin. */
export function isBinned({ binned }: Pick<Entry, 'binned'>): boolean {
	return binned !== null;
}

/** The calendar day, `2027-01-31`, on which a page that was put in the bin then goes for good. */
export function expiryDay(binned: Moment): string {
	return format(addDays(parseISO(binned.day), BIN_DAYS), 'yyyy-MM-dd');
}

/**
 * Whether the time of a page in the bin is over, by the calendar of this device. A day that cannot be read
 * ends nothing, and neither does one that is still to come.
 */
export function isExpired(
	{ binned }: Pick<Entry, 'binned'>,
	today: string = momentAt(Date.now()).day
): boolean {
	if (!binned) return false;
	return differenceInCalendarDays(parseISO(today), parseISO(binned.day)) >= BIN_DAYS;
}
