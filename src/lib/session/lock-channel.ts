const CHANNEL_NAME = 'own-voice:lock';

/** The messages between tabs: lock, or the key was changed. Nothing else is sent. */
export type LockMessage = 'lock' | 'other-key';

/** The channel between the tabs; it does nothing in a browser without BroadcastChannel. */
export class LockChannel {
	readonly #channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL_NAME) : null;

	constructor(onMessage: (message: LockMessage) => void) {
		this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
			if (data === 'lock' || data === 'other-key') onMessage(data);
		});
	}

	broadcast(message: LockMessage): void {
		this.#channel?.postMessage(message);
	}
}
