import type { Progress } from '$lib/backup/backup';
import { progressWords } from './progress-words';

/** One piece of work on a copy: how far it is, what came of it, and how it is stopped. */
export class Copying<Result> {
	#says = $state('');
	#part = $state<number | null>(null);
	#working = $state(false);
	#result = $state.raw<Result | null>(null);
	#error = $state.raw<unknown>(null);
	#stop: AbortController | null = null;

	/** What is said while it runs. */
	get says(): string {
		return this.#says;
	}
	/** How far it is, from 0 to 1; null where that cannot be said. */
	get part(): number | null {
		return this.#part;
	}
	get working(): boolean {
		return this.#working;
	}
	get result(): Result | null {
		return this.#result;
	}
	/** Why it failed; null while it has not. */
	get error(): unknown {
		return this.#error;
	}

	/**
	 * Runs work, which takes the signal that stops it and says how far it is: as a worker tells it, or `at` which part.
	 * What was stopped says nothing any more. Resolves when it has ended.
	 */
	async run(
		says: string,
		work: (
			signal: AbortSignal,
			onProgress: (progress: Progress) => void,
			at: (part: number) => void
		) => Promise<Result>
	): Promise<void> {
		this.stop();
		const stop = new AbortController();
		this.#stop = stop;
		this.#says = says;
		this.#part = null;
		this.#working = true;
		this.#result = null;
		this.#error = null;
		const isMine = (): boolean => this.#stop === stop;
		try {
			const result = await work(
				stop.signal,
				(progress) => {
					if (isMine()) this.#tell(progress);
				},
				(part) => {
					if (isMine()) this.#part = part;
				}
			);
			if (isMine()) this.#result = result;
		} catch (error) {
			if (isMine()) this.#error = error;
		}
		if (isMine()) this.#working = false;
	}

	/** Stops what runs, and forgets what came of it. */
	stop(): void {
		this.#stop?.abort();
		this.#stop = null;
		this.#working = false;
		this.#result = null;
		this.#error = null;
	}

	#tell({ doing, part }: Progress): void {
		this.#says = progressWords[doing];
		this.#part = doing === 'key' ? null : part;
	}
}
