/** How long work is looked at, and stopped, by whoever waits for it. */
export interface WorkOptions {
	/** Called with how much is done, from 0 to 1. From 1 on it cannot be stopped. */
	onProgress?: (fraction: number) => void;
	/** Stops it, as long as nothing was changed. */
	signal?: AbortSignal;
}

/** What is called with each part that is done: it tells of it, and stops there when that was asked for. */
export function progressReporter({ onProgress, signal }: WorkOptions = {}): (
	fraction: number
) => void {
	return (fraction) => {
		signal?.throwIfAborted();
		onProgress?.(fraction);
	};
}
