export type { SlotInfo } from './schema/slot-info';

/** The state of the list of the slots: `none` was ever stored, it is intact, or it is not. */
export type SlotListState = 'none' | 'whole' | 'damaged';
