/** Progress and cancellation of a long task. */
export interface WorkOptions<Progress = number> {
	/** Called with how much is done: a fraction from 0 to 1, or what the task says instead. */
	onProgress?: ((progress: Progress) => void) | undefined;
	/** Cancels the task, as long as nothing was changed; it then rejects with the reason of the signal. */
	signal?: AbortSignal | undefined;
}

/** Returns what a task calls after each step: it reports the progress, and throws the signal's reason once that was aborted. */
export function progressReporter({ onProgress, signal }: WorkOptions = {}): (
	fraction: number
) => void {
	return (fraction) => {
		signal?.throwIfAborted();
		onProgress?.(fraction);
	};
}
