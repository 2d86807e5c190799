import type { Followed } from '$lib/journal/sealed-records';

/** Everything being sealed anew: how far it is, and how it is stopped. */
export class SealingAnew {
	#part = $state<number | null>(null);
	#stop: AbortController | null = null;

	/** How far it is, from 0 to 1; null while no record is being sealed. */
	get part(): number | null {
		return this.#part;
	}

	/** Stops it; null once everything is being put in the place of the old, and it has to end. */
	get stop(): (() => void) | null {
		return this.#part === 1 ? null : () => this.#stop?.abort();
	}

	/** Runs work that can be followed. Returns false if a person stopped it, and throws what failed. */
	async run(work: (followed: Followed) => Promise<void>): Promise<boolean> {
		const { signal } = (this.#stop = new AbortController());
		try {
			await work({ signal, onPart: (part) => (this.#part = part) });
			return true;
		} catch (error) {
			if (error === signal.reason) return false;
			throw error;
		} finally {
			this.#part = null;
		}
	}
}
