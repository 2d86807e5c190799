import { monthOf, shiftDay, weekdayOf } from '$lib/model/calendar';

/** So many of the newest copies stay, whatever their day. */
const MIN_COPIES = 3;
/** For so many weeks that have copies the last one of the week stays; of every month the last one does. */
const WEEKLY_COPIES = 4;

/**
 * The names of the copies that are no longer to be kept, of one device's own. It goes by what their names say and by
 * no clock, so that a device whose clock was wrong for a day removes nothing it should not.
 */
export function expiredCopies(
	copies: readonly { name: string; day: string; time: string }[]
): string[] {
	const sortKey = ({ day, time }: { day: string; time: string }): string => day + time;
	const sorted = [...copies].sort((one, other) => (sortKey(one) < sortKey(other) ? 1 : -1));
	const weeks = new Set<string>();
	const months = new Set<string>();
	return sorted.flatMap(({ name, day }, index) => {
		const monday = shiftDay(day, -weekdayOf(day));
		const lastOfWeek = !weeks.has(monday) && weeks.size < WEEKLY_COPIES;
		const lastOfMonth = !months.has(monthOf(day));
		weeks.add(monday);
		months.add(monthOf(day));
		return index < MIN_COPIES || lastOfWeek || lastOfMonth ? [] : [name];
	});
}
