import { isBinned } from '$lib/model/bin';
import type { Entry } from '$lib/model/entry';
import { timeLockOf } from '$lib/model/time-lock';

/**
 * Whether a page may lie open without its own page being opened: not one in the bin or a sealed one, whose seal would
 * be passed by, and a hidden one only when its writer asked for it.
 */
export function isReadable(entry: Entry, allowHidden = false): boolean {
	return !isBinned(entry) && timeLockOf(entry) === 'none' && (allowHidden || !entry.hidden);
}
