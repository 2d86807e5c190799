import type { BackupProgress } from '$lib/backup/backup';

/** What a task reports: a fraction from 0 to 1, or the stage of a backup. */
export type TaskProgress = number | BackupProgress;

/** What the work of a task is given; it fits every `WorkOptions`. */
export interface TaskOptions {
	signal: AbortSignal;
	onProgress: (progress: TaskProgress) => void;
}

/** How a task ended: `failed` with its `error`, `cancelled` before anything was changed. */
export type TaskOutcome = 'done' | 'failed' | 'cancelled';

/** Progress, result and cancellation of one long task. */
export class Task<Result> {
	#label = $state('');
	#fraction = $state<number | null>(null);
	#isRunning = $state(false);
	#result = $state.raw<Result | null>(null);
	#error = $state.raw<unknown>(null);
	#controller: AbortController | null = null;

	/** The text shown while it runs. */
	get label(): string {
		return this.#label;
	}
	/** The progress, from 0 to 1; null if unknown, or while nothing runs. */
	get fraction(): number | null {
		return this.#isRunning ? this.#fraction : null;
	}
	get isRunning(): boolean {
		return this.#isRunning;
	}
	get result(): Result | null {
		return this.#result;
	}
	/** Why it failed; null while it has not. */
	get error(): unknown {
		return this.#error;
	}

	/** Runs work in place of what ran before. Resolves when it has ended, and never rejects. */
	async run(label: string, work: (options: TaskOptions) => Promise<Result>): Promise<TaskOutcome> {
		this.reset();
		const controller = new AbortController();
		const { signal } = controller;
		this.#controller = controller;
		this.#label = label;
		this.#fraction = null;
		this.#isRunning = true;
		// Work that was abandoned reports nothing any more.
		const isCurrent = (): boolean => this.#controller === controller;
		let outcome: TaskOutcome = 'done';
		try {
			const result = await work({
				signal,
				onProgress: (progress) => {
					if (isCurrent()) this.#report(progress);
				}
			});
			if (isCurrent()) this.#result = result;
		} catch (error) {
			outcome = error === signal.reason ? 'cancelled' : 'failed';
			if (isCurrent() && outcome === 'failed') this.#error = error;
		}
		if (isCurrent()) this.#isRunning = false;
		return outcome;
	}

	/**
	 * Asks the work to end, and waits for its answer. Null before its first progress, and once that is 1: the result is
	 * then being written to the disk, which cannot be cancelled.
	 */
	get cancel(): (() => void) | null {
		const { fraction } = this;
		return fraction === null || fraction === 1 ? null : () => this.#controller?.abort();
	}

	/** Cancels what runs without waiting for it, and clears the result. */
	reset(): void {
		this.#controller?.abort();
		this.#controller = null;
		this.#isRunning = false;
		this.#result = null;
		this.#error = null;
	}

	#report(progress: TaskProgress): void {
		if (typeof progress === 'number') {
			this.#fraction = progress;
			return;
		}
		this.#label = stageLabels[progress.step];
		this.#fraction = progress.step === 'key' ? null : progress.fraction;
	}
}

/** The texts shown while a backup is made or decrypted. */
const stageLabels = {
	key: 'Making the key. On a phone this may take a few seconds.',
	writing: 'Sealing your pages.',
	reading: 'Opening it, and looking at every page.'
} satisfies Record<BackupProgress['step'], string>;
