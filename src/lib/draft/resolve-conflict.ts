import { randomId } from '$lib/id/random-id';
import type { Entry } from '$lib/model/entry';
import { JournalError } from '$lib/records/journal-error';
import type { Journal, StoredEntry } from '$lib/journal/journal.svelte';
import type { SavedState } from './saved-state.svelte';

/**
 * What came of keeping an entry that another place had changed since it was read, with what is on the disk now:
 * - `ours`: a save of our own, whose answer had got lost; what was typed since is still to be kept
 * - `noted`: theirs. In one of the two places only something was said of the page; it is to be said of the
 *   newer text, and kept
 * - `both`: ours, as an entry of its own beside theirs
 */
export interface Resolution {
	kind: 'ours' | 'noted' | 'both';
	stored: StoredEntry;
}

/**
 * Keeps an entry that could not take the place of what was there. Null if it was let go of elsewhere: that its
 * text comes back is not for us to decide. Throws what failed.
 */
export async function resolveConflict(
	journal: Journal,
	ours: Entry,
	saved: SavedState
): Promise<Resolution | null> {
	const current = await journal.reload(ours.id);
	if (!current) return null;
	const theirs = current.entry.text;
	const match = saved.matchSent(current.entry);
	if (match === 'all') return { kind: 'ours', stored: current };
	if (match === 'text' || ours.text === saved.entry.text || theirs === saved.entry.text) {
		return { kind: 'noted', stored: current };
	}
	const copy: Entry = { ...ours, id: randomId(), versions: [], copyOf: ours.id };
	const stored = await journal.save(copy, null);
	if (!stored) throw new JournalError('busy', 'the copy of an entry was there already');
	return { kind: 'both', stored };
}
