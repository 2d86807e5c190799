/** Milliseconds without a change before what was changed is saved. */
const DEBOUNCE_MS = 400;
/** Milliseconds that a change waits at most: two seconds of typing may be lost, and the save takes some of them. */
const MAX_WAIT_MS = 1_500;
/** Milliseconds before a failed save is retried. */
const RETRY_MS = 10_000;

/** The outcome of a save. A `failed` one is retried after a while, a `blocked` one only when it is asked for. */
export type SaveOutcome = 'saved' | 'failed' | 'blocked';

/** Callbacks of an autosave. */
export interface AutosaveOptions {
	/** Saves whatever there is by then. Never rejects. */
	save: () => Promise<SaveOutcome>;
	/** Called whenever the last save in a row has ended. */
	onIdle?: () => void;
}

/**
 * Saves after changes, debounced, and on demand. One save runs at a time, and at most one waits: a database that hangs
 * must not pile up more of them.
 */
export class Autosave {
	readonly #options: AutosaveOptions;
	#running = $state.raw<Promise<void> | null>(null);
	#isRequestedAgain = false;
	#isPaused = false;
	#debounce: ReturnType<typeof setTimeout> | undefined;
	#maxWait: ReturnType<typeof setTimeout> | undefined;

	constructor(options: AutosaveOptions) {
		this.#options = options;
	}

	/** Whether a save runs. */
	get isRunning(): boolean {
		return this.#running !== null;
	}
	get isPaused(): boolean {
		return this.#isPaused;
	}

	/** Schedules a save after a change; nothing while paused. */
	changed(): void {
		if (this.#isPaused) return;
		this.#saveIn(DEBOUNCE_MS);
		this.#maxWait ??= setTimeout(() => void this.flush(), MAX_WAIT_MS);
	}

	/** Saves now, or once more after the save that runs. Resolves when that has succeeded or failed. */
	flush(): Promise<void> {
		if (this.#isPaused) return this.#running ?? Promise.resolve();
		this.cancel();
		this.#isRequestedAgain = this.#running !== null;
		this.#running ??= this.#saveAll().finally(() => {
			this.#running = null;
			this.#options.onIdle?.();
		});
		return this.#running;
	}

	/** Starts no save from now on. Resolves when the one that runs has ended. */
	async pause(): Promise<void> {
		this.#isPaused = true;
		this.cancel();
		await this.#running;
	}

	/** Ends a pause. What was changed meanwhile is saved with the next change or `flush`. */
	resume(): void {
		this.#isPaused = false;
	}

	/** Drops the save that is scheduled, if any. */
	cancel(): void {
		clearTimeout(this.#debounce);
		clearTimeout(this.#maxWait);
		this.#maxWait = undefined;
	}

	async #saveAll(): Promise<void> {
		let outcome = await this.#options.save();
		while (outcome === 'saved' && !this.#isPaused && this.#isRequestedAgain) {
			this.#isRequestedAgain = false;
			outcome = await this.#options.save();
		}
		this.#isRequestedAgain = false;
		if (outcome === 'failed' && !this.#isPaused) this.#saveIn(RETRY_MS);
	}

	#saveIn(milliseconds: number): void {
		clearTimeout(this.#debounce);
		this.#debounce = setTimeout(() => void this.flush(), milliseconds);
	}
}
