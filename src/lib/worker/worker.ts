/**
 * Workers, and how a page talks to one: a request goes out, one answer comes back. A worker at long work may tell
 * meanwhile how far it has come.
 *
 * A worker is started under the one Trusted Types policy of the app, which lets only scripts of our own
 * origin through. A worker that does not start, dies, or stays silent is an error, never a wait without end.
 */

/** The worker cannot be started, has died, or does not answer. */
export class WorkerError extends Error {
	override name = 'WorkerError';
	readonly code: 'no-worker';
	constructor(code: 'no-worker', message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}

/** What crosses the border: a request with its number, and the answer under the same one. */
interface WorkerRequest {
	number: number;
	call: string;
	input: unknown;
}
type WorkerAnswer = { number: number } & (
	{ output: unknown } | { error: { code: string; message: string } }
);
/** What a worker tells unasked. */
interface WorkerNews {
	news: unknown;
}

/** Called with the code and message of an error that the worker's own code threw. */
type Revive = (code: string, message: string) => Error;

// The type of the policy is not in TypeScript's DOM library; only these two members are used.
interface ScriptPolicy {
	createScriptURL(url: string): string;
}
interface PolicyFactory {
	createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}
let policy: ScriptPolicy | null = null;

function ownScript(url: string): string {
	const rules: ScriptPolicy = {
		createScriptURL(text) {
			if (new URL(text, location.href).origin === location.origin) return text;
			throw new TypeError('a worker is started from our own origin only');
		}
	};
	const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
	policy ??= factory ? factory.createPolicy('own-voice-worker', rules) : rules;
	return policy.createScriptURL(url);
}

/** One worker, seen from the page. */
export class WorkerLine {
	readonly #worker: Worker;
	readonly #revive: Revive;
	readonly #patience: number;
	readonly #waiting = new Map<
		number,
		{ resolve(value: unknown): void; reject(error: Error): void; wait(): void }
	>();
	#number = 0;
	#over: WorkerError | null = null;
	/** Called with what the worker tells unasked; whatever it tells, the waiting for answers begins anew. */
	onNews: (news: unknown) => void = () => undefined;

	/**
	 * `url` is the worker's script (`import url from './x?worker&url'`), `patience` the milliseconds an
	 * answer may take. Throws a WorkerError `no-worker` where workers cannot be started.
	 */
	constructor(url: string, revive: Revive, patience = 10_000) {
		this.#revive = revive;
		this.#patience = patience;
		try {
			this.#worker = new Worker(ownScript(url), { type: 'module' });
		} catch (cause) {
			throw new WorkerError('no-worker', 'the worker cannot be started', { cause });
		}
		this.#worker.onmessage = ({ data }: MessageEvent<WorkerAnswer | WorkerNews>) => {
			if ('news' in data) {
				for (const waiting of this.#waiting.values()) waiting.wait();
				this.onNews(data.news);
				return;
			}
			const waiting = this.#waiting.get(data.number);
			if ('output' in data) waiting?.resolve(data.output);
			else waiting?.reject(this.#revive(data.error.code, data.error.message));
		};
		this.#worker.onerror = (event) => {
			event.preventDefault();
			this.#finish(new WorkerError('no-worker', 'the worker failed'));
		};
	}

	/**
	 * Asks the worker and returns its answer, for which `patience` milliseconds are given. Rejects with what the worker
	 * threw, with a WorkerError, or with a DataCloneError where the input is nothing that can be sent.
	 */
	ask(call: string, input: unknown, patience = this.#patience): Promise<unknown> {
		if (this.#over) return Promise.reject(this.#over);
		const number = (this.#number += 1);
		const answer = new Promise<unknown>((resolve, reject) => {
			let timer: ReturnType<typeof setTimeout>;
			const wait = (): void => {
				clearTimeout(timer);
				// A worker that stays silent once is not waited for again.
				timer = setTimeout(() => {
					this.#worker.terminate();
					this.#finish(new WorkerError('no-worker', `no answer to ${call}`));
				}, patience);
			};
			wait();
			const settle = (): void => {
				clearTimeout(timer);
				this.#waiting.delete(number);
			};
			this.#waiting.set(number, {
				resolve(value) {
					settle();
					resolve(value);
				},
				reject(error) {
					settle();
					reject(error);
				},
				wait
			});
		});
		try {
			this.#worker.postMessage({ number, call, input } satisfies WorkerRequest);
		} catch (error) {
			// The worker knows nothing of it: left waiting, it would be ended for a silence that is none of its own.
			this.#waiting.get(number)?.reject(error as Error);
		}
		return answer;
	}

	/** Whether this worker is no more: it failed, stayed silent, or was ended. */
	get over(): boolean {
		return this.#over !== null;
	}

	/** Ends the worker and all it held; what is still asked is rejected. */
	end(): void {
		this.#worker.terminate();
		this.#finish(new WorkerError('no-worker', 'the worker was ended'));
	}

	#finish(error: WorkerError): void {
		this.#over = error;
		for (const waiting of [...this.#waiting.values()]) waiting.reject(error);
	}
}

/** The worker's side: tells the page something that it did not ask for. */
export function tellNews(news: unknown): void {
	self.postMessage({ news } satisfies WorkerNews);
}

/**
 * The worker's side: answers each request with what the call of its name returns. An error goes back
 * as its code and message; one without a code as `unknown`.
 */
export function answerCalls(calls: Record<string, (input: never) => Promise<unknown>>): void {
	self.onmessage = async ({ data }: MessageEvent<WorkerRequest>) => {
		const { number, call, input } = data;
		let answer: WorkerAnswer;
		try {
			const work = calls[call];
			if (!work) throw new Error(`there is no call ${call}`);
			answer = { number, output: await work(input as never) };
		} catch (error) {
			answer = { number, error: asAnswer(error) };
		}
		try {
			self.postMessage(answer);
		} catch (error) {
			// What was made cannot be sent; that can.
			self.postMessage({ number, error: asAnswer(error) } satisfies WorkerAnswer);
		}
	};
}

function asAnswer(error: unknown): { code: string; message: string } {
	// The number that a DOMException has for a code says nothing to the page.
	const code = error instanceof Error && 'code' in error ? error.code : null;
	return { code: typeof code === 'string' ? code : 'unknown', message: String(error) };
}
