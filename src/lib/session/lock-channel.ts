import { TabChannel } from '$lib/journal/tab-channel';

/** The messages between tabs: lock, or the key was changed. Nothing else is sent. */
export type LockMessage = 'lock' | 'other-key';

/** The channel on which tabs lock each other. */
export function openLockChannel(): TabChannel<LockMessage> {
	return new TabChannel('own-voice:lock', (data) =>
		data === 'lock' || data === 'other-key' ? data : null
	);
}
