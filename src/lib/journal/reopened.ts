import type { Entry } from './entry';
import { momentAt } from './moment';
import type { Opened } from './settings';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Days after which a page counts as an old one. */
const OLD = 30;

/** Whether a page was written so long ago that a word before it opens may be welcome. `now` in milliseconds. */
export function isOld({ written }: Pick<Entry, 'written'>, now: number): boolean {
	return now - written.at >= OLD * DAY;
}

/** Whether opening a page is reading it again: it was not worked on within the hour. */
export function isReread({ changed }: Pick<Entry, 'changed'>, now: number): boolean {
	return now - changed.at >= HOUR;
}

/** The openings of the last day, with this one of now, in milliseconds. */
export function withOpened(opened: readonly Opened[], id: string, now: number): Opened[] {
	const before = within(opened, now).filter((one) => one.id !== id || one.at !== now);
	return [...before, { id, at: now }];
}

/** Whether a page was opened twice already within a day. */
export function isThirdTime(opened: readonly Opened[], id: string, now: number): boolean {
	return within(opened, now).filter((one) => one.id === id).length >= 2;
}

/** Whether an unpleasant check-in was made on the calendar day of `now`. */
export function isLowDay(
	entries: readonly Pick<Entry, 'written' | 'before' | 'after'>[],
	now: number
): boolean {
	const today = momentAt(now).day;
	return entries.some(
		({ written, before, after }) => written.day === today && (after?.feel ?? before?.feel ?? 0) < 0
	);
}

function within(opened: readonly Opened[], now: number): Opened[] {
	return opened.filter(({ at }) => at <= now && now - at < DAY);
}
