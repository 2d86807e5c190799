import type { Version } from '$lib/model/version';
import { formatTime, formatLongDate } from '$lib/app/dates/format-date';

/** Until when an earlier text stood on its page: `until Sunday 9 November 2025, 21:47`. */
export function versionTitleOf({ kept }: Pick<Version, 'kept'>): string {
	return `until ${formatLongDate(kept.day)}, ${formatTime(kept.at, kept.zone)}`;
}
