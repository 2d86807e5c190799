import { trustedScriptUrl } from './trusted-script';
import { WorkerError } from './worker-error';
import type { WorkerCalls } from './worker-host';
import type { WorkerProgress, WorkerRequest, WorkerResponse } from './worker-messages';

/** Makes an error from the code and message of what the worker threw. */
type ReviveError = (code: string, message: string) => Error;

export interface WorkerClientOptions<Progress> {
	reviveError: ReviveError;
	/** The milliseconds that a response may take; progress restarts them. */
	timeoutMs?: number;
	onProgress?: (progress: Progress) => void;
}

interface PendingCall {
	resolve: (output: unknown) => void;
	reject: (error: unknown) => void;
	timeoutMs: number;
	onTimeout: () => void;
	timer: ReturnType<typeof setTimeout>;
}

type Output<Call> = Call extends (...input: never) => Promise<infer Value> ? Value : never;
type Input<Call> = Call extends (...input: infer Values) => unknown ? Values : never;

/**
 * A worker, seen from the page. `Calls` is the type of the calls that the worker serves, which its file exports as a
 * type.
 */
export class WorkerClient<Calls extends WorkerCalls, Progress = never> {
	readonly #worker: Worker;
	readonly #reviveError: ReviveError;
	readonly #timeoutMs: number;
	readonly #pending = new Map<number, PendingCall>();
	#number = 0;
	#failure: WorkerError | null = null;

	/**
	 * Starts the worker with the script at `url` (`import url from './x-worker?worker&url'`). Throws a WorkerError
	 * `no-worker` where workers cannot be started.
	 */
	constructor(
		url: string,
		{ reviveError, timeoutMs = 10_000, onProgress }: WorkerClientOptions<Progress>
	) {
		this.#reviveError = reviveError;
		this.#timeoutMs = timeoutMs;
		try {
			this.#worker = new Worker(trustedScriptUrl(url), { type: 'module' });
		} catch (cause) {
			throw new WorkerError('no-worker', 'the worker cannot be started', { cause });
		}
		this.#worker.onmessage = ({ data }: MessageEvent<WorkerResponse | WorkerProgress>) => {
			if ('progress' in data) {
				this.#restartTimeouts();
				onProgress?.(data.progress as Progress);
			} else this.#settle(data);
		};
		this.#worker.onerror = (event) => {
			event.preventDefault();
			this.#fail(new WorkerError('no-worker', 'the worker failed'));
		};
	}

	/** Whether this worker is gone: it failed, did not answer in time, or was terminated. */
	get isTerminated(): boolean {
		return this.#failure !== null;
	}

	/**
	 * Calls the worker and returns its output. Rejects with what the worker threw, with a WorkerError, or with a
	 * DataCloneError where the input cannot be sent.
	 */
	call<Name extends keyof Calls & string>(
		name: Name,
		...input: Input<Calls[Name]>
	): Promise<Output<Calls[Name]>> {
		return this.callWithin(this.#timeoutMs, name, ...input);
	}

	/** Does the same with a timeout of its own, in milliseconds. */
	callWithin<Name extends keyof Calls & string>(
		timeoutMs: number,
		name: Name,
		...input: Input<Calls[Name]>
	): Promise<Output<Calls[Name]>> {
		// The worker's calls and this client are of one type; what crosses the border is not typed.
		return this.#send(name, input[0], timeoutMs) as Promise<Output<Calls[Name]>>;
	}

	/** Terminates the worker and all it held; pending calls are rejected. */
	terminate(): void {
		this.#worker.terminate();
		this.#fail(new WorkerError('no-worker', 'the worker was terminated'));
	}

	#send(call: string, input: unknown, timeoutMs: number): Promise<unknown> {
		if (this.#failure) return Promise.reject(this.#failure);
		const number = (this.#number += 1);
		const onTimeout = (): void => {
			// A worker that did not answer once is not trusted again.
			this.#worker.terminate();
			this.#fail(new WorkerError('no-worker', `no response to ${call}`));
		};
		return new Promise((resolve, reject) => {
			const timer = setTimeout(onTimeout, timeoutMs);
			this.#pending.set(number, { resolve, reject, timeoutMs, onTimeout, timer });
			try {
				this.#worker.postMessage({ number, call, input } satisfies WorkerRequest);
			} catch (error) {
				// The worker does not know of it: left pending, the call would end the worker at its timeout.
				this.#take(number)?.reject(error);
			}
		});
	}

	#settle(response: WorkerResponse): void {
		const call = this.#take(response.number);
		if ('output' in response) call?.resolve(response.output);
		else call?.reject(this.#reviveError(response.error.code, response.error.message));
	}

	/** Removes a pending call and returns it. */
	#take(number: number): PendingCall | undefined {
		const call = this.#pending.get(number);
		this.#pending.delete(number);
		clearTimeout(call?.timer);
		return call;
	}

	#restartTimeouts(): void {
		for (const call of this.#pending.values()) {
			clearTimeout(call.timer);
			call.timer = setTimeout(call.onTimeout, call.timeoutMs);
		}
	}

	#fail(error: WorkerError): void {
		this.#failure = error;
		for (const number of [...this.#pending.keys()]) this.#take(number)?.reject(error);
	}
}
