import { addDays, differenceInCalendarDays, parseISO, format } from 'date-fns';
import type { Entry } from './entry';
import { momentAt, type Moment } from './moment';

/** The number of days that an entry is in the bin before it is deleted. */
export const BIN_DAYS = 30;

/** Whether an entry is in the bin. */
export function isBinned({ binned }: Pick<Entry, 'binned'>): boolean {
	return binned !== null;
}

/** Returns the calendar day, `2027-01-31`, on which an entry that was put in the bin then is deleted for good. */
export function expiryDay(binned: Moment): string {
	return format(addDays(parseISO(binned.day), BIN_DAYS), 'yyyy-MM-dd');
}

/**
 * Whether the time of an entry in the bin is over, by the calendar of this device. It is not for an invalid day, nor
 * for one that is still to come.
 */
export function isExpired(
	{ binned }: Pick<Entry, 'binned'>,
	today: string = momentAt(Date.now()).day
): boolean {
	if (!binned) return false;
	return differenceInCalendarDays(parseISO(today), parseISO(binned.day)) >= BIN_DAYS;
}
