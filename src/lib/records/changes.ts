import type { RowRemoval, SlotChange, SlotRow } from '$lib/storage/storage';
import type { RecordWrite, DecryptedRecord } from './manifest';

/** The records that one update writes and removes: all of them, or none. */
export interface RecordChanges {
	write?: readonly RecordWrite[];
	remove?: readonly RowRemoval[];
	/** Changes of the key slots in the same transaction. */
	slots?: SlotChange | undefined;
	/** Called when the changes are on the disk, before memory takes them over. */
	onWritten?: () => void;
}

/** The records that a rekey changes, and the only key slots that open the journal afterwards. */
export interface RekeyChanges {
	write: readonly RecordWrite[];
	slots: readonly SlotRow[];
}

/**
 * Plans changes from what memory holds; null for nothing to do. It changes nothing itself, and is called again after a
 * conflict, with the ids of those of its records that another tab has changed. It must not wait for another update: that
 * one waits for this.
 */
export type PlanChanges = (
	conflicts: readonly string[]
) => RecordChanges | null | Promise<RecordChanges | null>;

/** Keeps the records of an open journal in memory. */
export interface RecordListener {
	/** Rereads records that another tab has changed; nothing is written meanwhile. */
	refresh(ids: readonly string[]): Promise<void>;
	/** Takes over records that were written, and drops those that were removed. */
	onWritten(records: readonly DecryptedRecord[], removed: readonly string[]): void;
}

/** The ids of all records that these changes write or remove. */
export function changedIds({ write = [], remove = [] }: RecordChanges): string[] {
	return [...write, ...remove].map(({ id }) => id);
}
