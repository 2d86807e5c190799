import { randomId } from '$lib/id/random-id';
import type { Entry } from '$lib/model/entry';
import { JournalError } from '$lib/records/journal-error';
import type { Journal, StoredEntry } from '$lib/journal/journal.svelte';
import type { SavedState } from './saved-state.svelte';

/**
 * The resolution of a conflict with another tab, with the entry that is on the disk now:
 * - `ours`: it is an earlier save of this draft, whose answer got lost; what was typed since is still to be saved
 * - `noted`: it is theirs, and one of the two tabs changed annotations only; they are to be merged into the newer text,
 *   and saved
 * - `both`: it is ours, as an entry of its own beside theirs
 */
export interface Resolution {
	kind: 'ours' | 'noted' | 'both';
	stored: StoredEntry;
}

/**
 * Resolves the conflict of an entry that was changed in another tab. Null if it was deleted there: whether its text
 * comes back is for its writer to decide. Throws what failed.
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
