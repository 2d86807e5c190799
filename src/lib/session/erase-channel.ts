const CHANNEL_NAME = 'own-voice:let-go';

/**
 * One channel for the whole tab: a channel does not receive its own messages, so a tab never takes its own for
 * another's.
 */
let channel: BroadcastChannel | null = null;

function getChannel(): BroadcastChannel | null {
	if ('BroadcastChannel' in globalThis) channel ??= new BroadcastChannel(CHANNEL_NAME);
	return channel;
}

/** Tells every other tab of this app that everything is being erased. */
export function broadcastErased(): void {
	getChannel()?.postMessage(true);
}

/** Calls `callback` when another tab erases everything; returns a function that ends that. */
export function onErasedElsewhere(callback: () => void): () => void {
	const openChannel = getChannel();
	openChannel?.addEventListener('message', callback);
	return () => openChannel?.removeEventListener('message', callback);
}
