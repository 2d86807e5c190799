import { isBinned } from '$lib/model/bin';
import type { Entry } from '$lib/model/entry';
import { timeLockOf } from '$lib/model/time-lock';

/**
 * Whether an entry's text may be shown outside its own page: not one in the bin, nor a time-locked one, as that would
 * bypass the lock; a hidden one only if its writer asked for it.
 */
export function isReadable(entry: Entry, allowHidden = false): boolean {
	return !isBinned(entry) && timeLockOf(entry) === 'none' && (allowHidden || !entry.hidden);
}
