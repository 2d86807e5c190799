const CHANNEL_NAME = 'own-voice:changed';

/**
 * The channel that tells the other tabs which records changed, by their random ids. A browser without BroadcastChannel
 * shows another tab's changes when the journal is opened again.
 */
export class TabChannel {
	#channel: BroadcastChannel | null;

	/** `onChanged` is called with the ids that another tab has written. */
	constructor(onChanged: (ids: string[]) => void) {
		this.#channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL_NAME) : null;
		this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
			if (Array.isArray(data)) onChanged(data.filter((id) => typeof id === 'string'));
		});
	}

	tell(ids: readonly string[]): void {
		this.#channel?.postMessage(ids);
	}

	/** Stops receiving and sending. */
	close(): void {
		this.#channel?.close();
		this.#channel = null;
	}
}
