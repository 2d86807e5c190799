const CHANNEL_NAME = 'own-voice:lock';

/** What one tab tells the others: to lock, or that the key was changed. Never a word more. */
export type LockMessage = 'lock' | 'other-key';

/** A line between the tabs; silent where the browser has none. */
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
