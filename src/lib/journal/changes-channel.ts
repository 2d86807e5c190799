import { TabChannel } from './tab-channel';

/**
 * The channel that tells the other tabs which records changed, by their random ids. A browser without BroadcastChannel
 * shows another tab's changes when the journal is opened again.
 */
export function openChangesChannel(): TabChannel<readonly string[]> {
	return new TabChannel('own-voice:changed', (data) =>
		Array.isArray(data) ? data.filter((id) => typeof id === 'string') : null
	);
}
