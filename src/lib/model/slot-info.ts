import type { Moment } from './moment';

/**
 * What the journal knows of a key slot: sealed, so that nobody without the key can slip one in. Only slots
 * that stand here with the same mark, and whose own proof says the same, are taken along into a new epoch.
 */
export interface SlotInfo {
	id: string;
	kind: 'device' | 'passphrase' | 'recovery' | 'passkey';
	/** What the person calls it; empty until they name it. */
	label: string;
	made: Moment;
	/** The slot's public half in hex; empty for a device slot, which is never taken along. */
	mark: string;
	/** Whether its row bears a proof. A note of format 1 does not say so. */
	proven?: true;
}

/** What is known of the list of the slots: `none` was ever kept, or it is as it was left, or it is not. */
export type SlotListState = 'none' | 'whole' | 'damaged';
