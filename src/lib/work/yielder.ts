import type { WorkOptions } from './progress';

/** How long work goes on, in milliseconds, before others get their turn. */
const TIME_SLICE_MS = 25;

/** Lets long work yield to the event loop, report progress, and be cancelled: on a page, and in a worker. */
export class Yielder {
	readonly #options: WorkOptions;
	#sliceStart = performance.now();

	constructor(options: WorkOptions = {}) {
		this.#options = options;
	}

	/**
	 * Yields if the time slice is over; `fraction` says how much of all is done, from 0 to 1. Rejects with the reason of
	 * the signal once that was aborted.
	 */
	async yieldIfDue(fraction?: number): Promise<void> {
		this.throwIfAborted();
		if (performance.now() - this.#sliceStart < TIME_SLICE_MS) return;
		if (fraction !== undefined) this.#options.onProgress?.(Math.min(1, Math.max(0, fraction)));
		await new Promise((resolve) => setTimeout(resolve));
		this.#sliceStart = performance.now();
		this.throwIfAborted();
	}

	/** Throws the reason of the signal once that was aborted. */
	throwIfAborted(): void {
		this.#options.signal?.throwIfAborted();
	}
}
