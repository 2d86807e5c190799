export type { SlotInfo } from './schema/slot-info';

/** What is known of the list of the slots: `none` was ever kept, or it is as it was left, or it is not. */
export type SlotListState = 'none' | 'whole' | 'damaged';
