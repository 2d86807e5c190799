import type { WorkOptions } from '$lib/records/record-store';

/** Many records being sealed: how far it is, and how it is stopped. */
export class EncryptionTask {
	#fraction = $state<number | null>(null);
	#controller: AbortController | null = null;

	/** How far it is, from 0 to 1; null while no record is being sealed. */
	get fraction(): number | null {
		return this.#fraction;
	}

	/** Stops it; null while nothing can be stopped, and once all is sealed and being put on the disk. */
	get cancel(): (() => void) | null {
		return this.#fraction === null || this.#fraction === 1 ? null : () => this.#controller?.abort();
	}

	/** Runs work that can be followed. Returns false if a person stopped it, and throws what failed. */
	async run(work: (options: WorkOptions) => Promise<void>): Promise<boolean> {
		const { signal } = (this.#controller = new AbortController());
		try {
			await work({ signal, onProgress: (fraction) => (this.#fraction = fraction) });
			return true;
		} catch (error) {
			if (error === signal.reason) return false;
			throw error;
		} finally {
			this.#fraction = null;
		}
	}
}
