import type { Version } from '$lib/model/version';
import { clockTime, dayInWords } from '../../days';

/** Until when an earlier text stood on its page: `until Sunday 9 November 2025, 21:47`. */
export function untilWhen({ kept }: Pick<Version, 'kept'>): string {
	return `until ${dayInWords(kept.day)}, ${clockTime(kept.at, kept.zone)}`;
}
