import type { WorkOptions } from '$lib/records/record-store';

/** Many records being sealed: how far it is, and how it is stopped. */
export class FollowedSealing {
	#part = $state<number | null>(null);
	#stop: AbortController | null = null;

	/** How far it is, from 0 to 1; null while no record is being sealed. */
	get part(): number | null {
		return this.#part;
	}

	/** Stops it; null while nothing can be stopped, and once all is sealed and being put on the disk. */
	get stop(): (() => void) | null {
		return this.#part === null || this.#part === 1 ? null : () => this.#stop?.abort();
	}

	/** Runs work that can be followed. Returns false if a person stopped it, and throws what failed. */
	async run(work: (followed: WorkOptions) => Promise<void>): Promise<boolean> {
		const { signal } = (this.#stop = new AbortController());
		try {
			await work({ signal, onProgress: (part) => (this.#part = part) });
			return true;
		} catch (error) {
			if (error === signal.reason) return false;
			throw error;
		} finally {
			this.#part = null;
		}
	}
}
