import type { WorkOptions } from '$lib/records/record-store';

/** Progress and cancellation of encrypting many records. */
export class EncryptionTask {
	#fraction = $state<number | null>(null);
	#controller: AbortController | null = null;

	/** The progress, from 0 to 1; null while no record is being encrypted. */
	get fraction(): number | null {
		return this.#fraction;
	}

	/** Cancels it; null while there is nothing to cancel, and once all is encrypted and being written to the disk. */
	get cancel(): (() => void) | null {
		return this.#fraction === null || this.#fraction === 1 ? null : () => this.#controller?.abort();
	}

	/** Runs work and tracks its progress. Returns false if a person cancelled it, and rethrows its errors. */
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
