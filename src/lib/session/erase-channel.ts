const CHANNEL_NAME = 'own-voice:let-go';

/** One for the whole tab: a channel does not hear itself, so a tab never takes its own word for another's. */
let channel: BroadcastChannel | null = null;

function getChannel(): BroadcastChannel | null {
	if ('BroadcastChannel' in globalThis) channel ??= new BroadcastChannel(CHANNEL_NAME);
	return channel;
}

/** Tells every other tab of this app that everything is being let go. */
export function broadcastErased(): void {
	getChannel()?.postMessage(true);
}

/** Calls `callback` when another tab lets everything go; returns what ends that. */
export function onErasedElsewhere(callback: () => void): () => void {
	const openChannel = getChannel();
	openChannel?.addEventListener('message', callback);
	return () => openChannel?.removeEventListener('message', callback);
}
