import type { Removal, SlotChange, SlotRow } from '$lib/storage/storage';
import type { Plain, Read } from './open-inventory';

/** What one update writes and removes: all of it, or nothing. */
export interface Changes {
	write?: readonly Plain[];
	remove?: readonly Removal[];
	/** What becomes of the slots with it. */
	slots?: SlotChange | undefined;
	/** Called when it is on the disk, before the memory takes it over. */
	done?: () => void;
}

/** What is changed when everything is sealed anew, and the only slots that open it from then on. */
export interface AnewChanges {
	write: readonly Plain[];
	slots: readonly SlotRow[];
}

/**
 * Says what is to be changed, from what the memory holds; null for nothing to do. It changes nothing itself, and is asked
 * again after a conflict, with the ids of those of its records that another tab had changed. It must not wait for another
 * update: that one waits for this.
 */
export type PlanChanges = (moved: readonly string[]) => Changes | null | Promise<Changes | null>;

/** Who holds the records of an open journal in memory. */
export interface Memory {
	/** Reads these anew, as another tab has left them; nothing is written meanwhile. */
	refresh(ids: readonly string[]): Promise<void>;
	/** These are on the disk, and those are gone from it. */
	written(records: readonly Read[], removed: readonly string[]): void;
}

/** The ids of the records that it changes. */
export function idsIn({ write = [], remove = [] }: Changes): string[] {
	return [...write, ...remove].map(({ id }) => id);
}
