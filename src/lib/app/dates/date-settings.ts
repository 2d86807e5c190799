import { LocalSetting } from '$lib/app/settings/local-setting';

/** The hour format: `21:47` or `9:47 pm`. */
export const hourFormat = new LocalSetting('clock', ['24', '12']);
/** The day on which a week begins in the calendar. */
export const weekStart = new LocalSetting('week', ['monday', 'sunday', 'saturday']);

/** Indexes of the days in a week that begins on Monday. */
const WEEKDAY_INDEXES = { monday: 0, saturday: 5, sunday: 6 };

/** The index of the first day of the week, 0 for Monday. */
export function firstWeekday(): number {
	return WEEKDAY_INDEXES[weekStart.value];
}
