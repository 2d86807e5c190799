/**
 * Search as you type, over texts that are held in memory alone.
 *
 * A worker of its own holds every word as a number and compares a query with all of them, newest text first. Nothing is
 * written anywhere, no index is stored, and closing terminates the worker with all it held. A word is found by its
 * beginning, whatever its accents, case or width; all words of a query must be there; words in quotes must be there in
 * that order; text without spaces is found at any character. A word that hardly occurs is also found with small
 * differences, and the result says where that was so.
 */
import { WorkerClient, WorkerError } from '$lib/worker/worker';
import type { SearchItem } from './search-index';
import { SearchError } from './search-error';
import type { FindRequest, SearchResult } from './search-result';
import type { SearchCalls } from './search-worker';
import workerUrl from './search-worker?worker&url';

export type { SearchItem } from './search-index';
export { firstHighlights, MAX_HIGHLIGHTS, type Highlight } from './highlights';
export { SearchError } from './search-error';
export type { SearchResult } from './search-result';

export interface SearchOptions {
	/** The most ids in the first result. */
	limit: number;
	/** The ids that other filters allow; null or undefined for all. A changed filter is a new array. */
	allowedIds?: readonly string[] | null;
	/** Ends the results. */
	signal?: AbortSignal;
}

/** The number of UTF-16 units that go to the worker at once, so that a query waits for few texts. */
const BATCH_SIZE = 40_000;

export class Search {
	readonly #worker: WorkerClient<SearchCalls>;
	#isClosed = false;
	/** The texts that are being put or removed, in their order. */
	#pendingChanges: Promise<unknown> = Promise.resolve();
	/** Aborts the latest query. */
	#latestQuery = new AbortController();
	/** The first result that the worker is computing. */
	#pendingQuery: Promise<unknown> = Promise.resolve();
	#sentAllowedIds: readonly string[] | null = null;

	/** Throws a SearchError `no-worker` where workers cannot be started. */
	constructor() {
		try {
			this.#worker = new WorkerClient(workerUrl, {
				reviveError: (_code, message) => new SearchError('unknown', message)
			});
		} catch (cause) {
			throw toSearchError(cause);
		}
	}

	/**
	 * Adds or replaces texts, and resolves when they can be found. The iterable is read lazily, batch by batch. Rejects
	 * with a SearchError.
	 */
	put(docs: Iterable<SearchItem>): Promise<void> {
		return this.#change(async () => {
			let previous: Promise<unknown> = Promise.resolve();
			for (const batch of splitIntoBatches(docs)) {
				// The next batch is sent while the worker is busy with one, so that it never waits.
				const sent = this.#callWorker(() => this.#worker.call('put', batch));
				sent.catch(() => undefined);
				await previous;
				previous = sent;
			}
			await previous;
		});
	}

	/** Removes texts. Rejects with a SearchError. */
	remove(ids: readonly string[]): Promise<void> {
		return this.#change(async () => {
			await this.#callWorker(() => this.#worker.call('remove', ids));
		});
	}

	/**
	 * Searches the texts that are indexed by now. Yields the newest at once and then all of them; if the first result
	 * is complete, no second follows. A query without a word in it finds every text.
	 *
	 * `signal`, a new query, or closing ends the results. Throws a SearchError.
	 */
	find(query: string, options: SearchOptions): AsyncGenerator<SearchResult, void> {
		this.#latestQuery.abort();
		const latest = new AbortController();
		this.#latestQuery = latest;
		const { signal } = options;
		if (signal?.aborted) latest.abort();
		signal?.addEventListener('abort', () => latest.abort(), { once: true });
		return this.#results(query, options, latest.signal);
	}

	/** Terminates the worker and with it all texts. */
	close(): void {
		this.#isClosed = true;
		this.#latestQuery.abort();
		this.#sentAllowedIds = null;
		this.#worker.terminate();
	}

	async *#results(
		query: string,
		{ limit, allowedIds = null }: SearchOptions,
		signal: AbortSignal
	): AsyncGenerator<SearchResult, void> {
		// The worker computes one first result at a time; of the queries that wait for it only the last one goes on.
		await this.#pendingQuery.catch(() => undefined);
		if (signal.aborted) return;
		const request: FindRequest = { query, limit };
		if (allowedIds !== this.#sentAllowedIds) request.allowedIds = allowedIds;
		this.#sentAllowedIds = allowedIds;
		const response = this.#callWorker(() => this.#worker.call('findFirst', request));
		this.#pendingQuery = response;
		const first = await unlessAborted(signal, response);
		if (!first) return;
		yield first;
		if (first.isComplete || isAborted(signal)) return;
		const rest = await unlessAborted(
			signal,
			this.#callWorker(() => this.#worker.call('findRest'))
		);
		if (rest) yield rest;
	}

	#change(run: () => Promise<void>): Promise<void> {
		const change = this.#pendingChanges.then(run);
		this.#pendingChanges = change.catch(() => undefined);
		return change;
	}

	#toError(cause?: unknown): SearchError {
		if (!this.#isClosed) return toSearchError(cause);
		return new SearchError('closed', 'the search was closed', { cause });
	}

	/** Calls the worker; a failure becomes a SearchError. */
	async #callWorker<T>(call: () => Promise<T>): Promise<T> {
		if (this.#isClosed) throw this.#toError();
		try {
			return await call();
		} catch (cause) {
			throw this.#toError(cause);
		}
	}
}

/** Returns whether the signal is aborted by now; the compiler would trust an earlier look. */
function isAborted(signal: AbortSignal): boolean {
	return signal.aborted;
}

/** Returns the response, or null if nobody waits for it any more. */
async function unlessAborted<T>(signal: AbortSignal, response: Promise<T>): Promise<T | null> {
	try {
		const result = await response;
		return isAborted(signal) ? null : result;
	} catch (error) {
		if (isAborted(signal)) return null;
		throw error;
	}
}

function toSearchError(cause: unknown): SearchError {
	if (cause instanceof SearchError) return cause;
	const code = cause instanceof WorkerError ? 'no-worker' : 'unknown';
	return new SearchError(code, 'the search failed', { cause });
}

/** Divides texts into batches of about `BATCH_SIZE` units. */
function* splitIntoBatches(docs: Iterable<SearchItem>): Generator<SearchItem[]> {
	let batch: SearchItem[] = [];
	let size = 0;
	for (const { id, text, order } of docs) {
		batch.push({ id, text, order });
		size += text.length;
		if (size < BATCH_SIZE) continue;
		yield batch;
		batch = [];
		size = 0;
	}
	if (batch.length > 0) yield batch;
}
