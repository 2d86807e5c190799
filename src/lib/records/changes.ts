import type { Removal, SlotChange, SlotRow } from '$lib/storage/storage';
import type { RecordWrite, DecryptedRecord } from './manifest';

/** What one update writes and removes: all of it, or nothing. */
export interface RecordChanges {
	write?: readonly RecordWrite[];
	remove?: readonly Removal[];
	/** What becomes of the slots with it. */
	slots?: SlotChange | undefined;
	/** Called when it is on the disk, before the memory takes it over. */
	onWritten?: () => void;
}

/** What is changed when everything is sealed anew, and the only slots that open it from then on. */
export interface RekeyChanges {
	write: readonly RecordWrite[];
	slots: readonly SlotRow[];
}

/**
 * Says what is to be changed, from what the memory holds; null for nothing to do. It changes nothing itself, and is asked
 * again after a conflict, with the ids of those of its records that another tab had changed. It must not wait for another
 * update: that one waits for this.
 */
export type PlanChanges = (
	conflicts: readonly string[]
) => RecordChanges | null | Promise<RecordChanges | null>;

/** Who holds the records of an open journal in memory. */
export interface RecordListener {
	/** Reads these anew, as another tab has left them; nothing is written meanwhile. */
	refresh(ids: readonly string[]): Promise<void>;
	/** These are on the disk, and those are gone from it. */
	onWritten(records: readonly DecryptedRecord[], removed: readonly string[]): void;
}

/** The ids of the records that it changes. */
export function changedIds({ write = [], remove = [] }: RecordChanges): string[] {
	return [...write, ...remove].map(({ id }) => id);
}
