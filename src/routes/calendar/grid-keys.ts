import { firstWeekday } from '$lib/app/dates/date-settings';
import { sameDayInMonth, monthOf, shiftDay, shiftMonth, weekdayOf } from '$lib/model/calendar';

/** The keys of a grid of days: by day and week, to the ends of the week, and by month. */
const moves: Record<string, (day: string) => string> = {
	ArrowLeft: (day) => shiftDay(day, -1),
	ArrowRight: (day) => shiftDay(day, 1),
	ArrowUp: (day) => shiftDay(day, -7),
	ArrowDown: (day) => shiftDay(day, 7),
	Home: (day) => shiftDay(day, -weekdayOf(day, firstWeekday())),
	End: (day) => shiftDay(day, 6 - weekdayOf(day, firstWeekday())),
	PageUp: (day) => sameDayInMonth(day, shiftMonth(monthOf(day), -1)),
	PageDown: (day) => sameDayInMonth(day, shiftMonth(monthOf(day), 1))
};

/** Returns the day to which a key moves from `day`; null for any other key. */
export function dayByKey(event: KeyboardEvent, day: string): string | null {
	if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
	return moves[event.key]?.(day) ?? null;
}
