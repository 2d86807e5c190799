import { FormatError } from './format-error';

/** How long work goes on, in milliseconds, before others get their turn. */
const TIME_SLICE_MS = 25;

/** Called now and then with how much is done, from 0 to 1. */
export type Progress = (done: number) => void;

/** Lets long work stop, and be stopped: on a page it leaves room for the page, in a worker for messages. */
export class Pace {
	readonly #signal: AbortSignal | undefined;
	readonly #progress: Progress | undefined;
	#since = performance.now();

	constructor(signal?: AbortSignal, progress?: Progress) {
		this.#signal = signal;
		this.#progress = progress;
	}

	/** Between two pieces of work; `done` of all is 0 to 1. Rejects with `cancelled` once the signal says so. */
	async rest(done?: number): Promise<void> {
		this.#stopIfCancelled();
		if (performance.now() - this.#since < TIME_SLICE_MS) return;
		if (done !== undefined) this.#progress?.(Math.min(1, Math.max(0, done)));
		await new Promise((resolve) => setTimeout(resolve));
		this.#since = performance.now();
		this.#stopIfCancelled();
	}

	#stopIfCancelled(): void {
		if (this.#signal?.aborted) throw new FormatError('cancelled', 'nobody waits any more');
	}
}
