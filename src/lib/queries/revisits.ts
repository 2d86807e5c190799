import type { Entry } from '$lib/model/entry';
import { momentAt } from '$lib/model/moment';
import type { Visit } from '$lib/model/settings';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The days after which an entry counts as old. */
const OLD_AFTER_DAYS = 30;

/** Whether an entry was written so long ago that a word before it opens may be welcome. `now` is in milliseconds. */
export function isOld({ written }: Pick<Entry, 'written'>, now: number): boolean {
	return now - written.at >= OLD_AFTER_DAYS * DAY_MS;
}

/** Whether opening an entry is reading it again: it was not changed within the hour. */
export function isRevisit({ changed }: Pick<Entry, 'changed'>, now: number): boolean {
	return now - changed.at >= HOUR_MS;
}

/** Returns the visits of the last day, with one of `now`, in milliseconds. */
export function withVisit(visits: readonly Visit[], id: string, now: number): Visit[] {
	const before = recentVisits(visits, now).filter((one) => one.id !== id || one.at !== now);
	return [...before, { id, at: now }];
}

/** Whether an entry was opened twice already within a day. */
export function isThirdVisit(visits: readonly Visit[], id: string, now: number): boolean {
	return recentVisits(visits, now).filter((one) => one.id === id).length >= 2;
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

function recentVisits(visits: readonly Visit[], now: number): Visit[] {
	return visits.filter(({ at }) => at <= now && now - at < DAY_MS);
}
