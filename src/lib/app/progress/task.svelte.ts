import type { BackupProgress } from '$lib/backup/backup';

/** Progress, result and cancellation of one long task on a backup. */
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
	/** The progress, from 0 to 1; null if unknown. */
	get fraction(): number | null {
		return this.#fraction;
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

	/**
	 * Runs work, which takes a signal that cancels it and reports its progress: a worker's `Progress`, or a fraction.
	 * Cancelled work reports nothing any more. Resolves when it has ended.
	 */
	async run(
		label: string,
		work: (
			signal: AbortSignal,
			onProgress: (progress: BackupProgress) => void,
			onFraction: (fraction: number) => void
		) => Promise<Result>
	): Promise<void> {
		this.reset();
		const controller = new AbortController();
		this.#controller = controller;
		this.#label = label;
		this.#fraction = null;
		this.#isRunning = true;
		this.#result = null;
		this.#error = null;
		const isCurrent = (): boolean => this.#controller === controller;
		try {
			const result = await work(
				controller.signal,
				(progress) => {
					if (isCurrent()) this.#report(progress);
				},
				(part) => {
					if (isCurrent()) this.#fraction = part;
				}
			);
			if (isCurrent()) this.#result = result;
		} catch (error) {
			if (isCurrent()) this.#error = error;
		}
		if (isCurrent()) this.#isRunning = false;
	}

	/** Cancels what runs, and clears the result. */
	reset(): void {
		this.#controller?.abort();
		this.#controller = null;
		this.#isRunning = false;
		this.#result = null;
		this.#error = null;
	}

	#report({ step: stage, fraction }: BackupProgress): void {
		this.#label = progressWords[stage];
		this.#fraction = stage === 'key' ? null : fraction;
	}
}

/** The text shown while a backup is made or decrypted. */
export const progressWords = {
	key: 'Making the key. On a phone this may take a few seconds.',
	writing: 'Sealing your pages.',
	reading: 'Opening it, and looking at every page.'
} satisfies Record<BackupProgress['step'], string>;
