import { TabChannel } from '$lib/journal/tab-channel';

/**
 * One channel for the whole tab: a channel does not receive its own messages, so a tab never takes its own for
 * another's.
 */
let channel: TabChannel<true> | null = null;

function getChannel(): TabChannel<true> {
	channel ??= new TabChannel('own-voice:let-go', () => true);
	return channel;
}

/** Tells every other tab of this app that everything is being erased. */
export function broadcastErased(): void {
	getChannel().post(true);
}

/** Calls `callback` when another tab erases everything; returns a function that ends that. */
export function onErasedElsewhere(callback: () => void): () => void {
	return getChannel().subscribe(callback);
}
