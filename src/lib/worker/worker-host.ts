import type { WorkerProgress, WorkerRequest, WorkerResponse } from './worker-messages';

/** The calls that a worker answers, by name, each with at most one input. */
export type WorkerCalls = Record<string, (input: never) => Promise<unknown>>;

/** The least milliseconds between two posts of progress: nobody sees more frequent ones. */
const PROGRESS_INTERVAL_MS = 60;

/**
 * Answers each request of the page with the result of the call of its name. An error is sent back as its code and
 * message; one without a code as `unknown`.
 */
export function serveCalls(calls: WorkerCalls): void {
	self.onmessage = async ({ data }: MessageEvent<WorkerRequest>) => {
		const { number, call, input } = data;
		let response: WorkerResponse;
		try {
			const work = calls[call];
			if (!work) throw new Error(`there is no call ${call}`);
			response = { number, output: await work(input as never) };
		} catch (error) {
			response = { number, error: toResponse(error) };
		}
		try {
			self.postMessage(response);
		} catch (error) {
			// The output cannot be cloned; its error can.
			self.postMessage({ number, error: toResponse(error) } satisfies WorkerResponse);
		}
	};
}

/**
 * Returns a function that posts progress to the page, throttled; `isStep` says whether progress begins another step,
 * which is posted at once.
 */
export function throttledProgress<Progress>(
	isStep: (progress: Progress, posted: Progress | null) => boolean = () => false
): (progress: Progress) => void {
	let postedAt = 0;
	let posted: Progress | null = null;
	return (progress) => {
		const now = performance.now();
		if (now - postedAt < PROGRESS_INTERVAL_MS && !isStep(progress, posted)) return;
		[postedAt, posted] = [now, progress];
		postProgress(progress);
	};
}

/** Posts progress to the page. */
export function postProgress(progress: unknown): void {
	self.postMessage({ progress } satisfies WorkerProgress);
}

function toResponse(error: unknown): { code: string; message: string } {
	// The number that a DOMException has for a code means nothing to the page.
	const code = error instanceof Error && 'code' in error ? error.code : null;
	return { code: typeof code === 'string' ? code : 'unknown', message: String(error) };
}
