import { randomId } from '$lib/vault/vault';
import type { Entry } from './entry';
import { JournalError } from './journal-error';
import type { Journal, Stored } from './journal.svelte';
import type { LastKept } from './last-kept.svelte';

/**
 * What came of keeping an entry that another place had changed since it was read, with what is on the disk now:
 * - `ours`: a save of our own, whose answer had got lost; what was typed since is still to be kept
 * - `noted`: theirs. In one of the two places only something was said of the page; it is to be said of the
 *   newer text, and kept
 * - `both`: ours, as an entry of its own beside theirs
 */
export interface Beside {
	as: 'ours' | 'noted' | 'both';
	stored: Stored;
}

/**
 * Keeps an entry that could not take the place of what was there. Null if it was let go of elsewhere: that its
 * text comes back is not for us to decide. Throws what failed.
 */
export async function keepBeside(
	journal: Journal,
	ours: Entry,
	last: LastKept
): Promise<Beside | null> {
	const other = await journal.reread(ours.id);
	if (!other) return null;
	const theirs = other.entry.text;
	const sent = last.hasSent(other.entry);
	if (sent === 'all') return { as: 'ours', stored: other };
	if (sent === 'text' || ours.text === last.entry.text || theirs === last.entry.text) {
		return { as: 'noted', stored: other };
	}
	const copy: Entry = { ...ours, id: randomId(), versions: [], copyOf: ours.id };
	const stored = await journal.keep(copy, null);
	if (!stored) throw new JournalError('busy', 'the copy of an entry was there already');
	return { as: 'both', stored };
}
