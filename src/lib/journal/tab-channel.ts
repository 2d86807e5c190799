/**
 * A channel to the other tabs of this app, named by what is told on it. Where there is no BroadcastChannel, nothing is
 * sent and nothing comes. A channel does not receive what it posts itself.
 */
export class TabChannel<Message> {
	#channel: BroadcastChannel | null;
	readonly #parse: (data: unknown) => Message | null;

	/** `parse` returns the message that was received, or null for anything else. */
	constructor(name: string, parse: (data: unknown) => Message | null) {
		this.#channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : null;
		this.#parse = parse;
	}

	/** Calls `listener` with each message of another tab; returns a function that ends that. */
	subscribe(listener: (message: Message) => void): () => void {
		const channel = this.#channel;
		const onMessage = ({ data }: MessageEvent<unknown>): void => {
			const message = this.#parse(data);
			if (message !== null) listener(message);
		};
		channel?.addEventListener('message', onMessage);
		return () => channel?.removeEventListener('message', onMessage);
	}

	post(message: Message): void {
		this.#channel?.postMessage(message);
	}

	/** Stops receiving and sending. */
	close(): void {
		this.#channel?.close();
		this.#channel = null;
	}
}
