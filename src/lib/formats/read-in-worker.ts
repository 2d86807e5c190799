import { WorkerClient } from '$lib/worker/worker';
import { FormatError, formatErrorCodes } from './format-error';
import { emptyIncoming } from './incoming';
import type { Reading, ReadOptions } from './read';
import type { ReadingCalls, ReadRequest } from './reading-worker';
import workerUrl from './reading-worker?worker&url';
import type { FormatKind } from './recognise';
import type { GivenFile } from './source';

/** As many files go to the worker at once: a folder can hold tens of thousands. */
const FILES = 500;
/** Milliseconds without a response or progress; a list of 200,000 names takes a weak phone some seconds. */
const TIMEOUT_MS = 120_000;

/**
 * Does what `readFiles` does, in a worker of its own that ends with the work, so that no archive holds the page up and
 * the signal ends it at once. Rejects with a FormatError, or a WorkerError `no-worker`.
 */
export async function readInWorker(
	files: readonly GivenFile[],
	{ secret, zone, now = Date.now(), signal, onProgress }: ReadOptions
): Promise<Reading> {
	if (signal?.aborted) throw cancelled();
	const worker: ReadingWorker = new WorkerClient(workerUrl, {
		reviveError,
		timeoutMs: TIMEOUT_MS,
		onProgress: (done: number) => onProgress?.(done)
	});
	const stop = (): void => worker.terminate();
	signal?.addEventListener('abort', stop);
	try {
		for (let at = 0; at < files.length; at += FILES) {
			await worker.call('put', files.slice(at, at + FILES));
		}
		const here = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
		const request: ReadRequest = { secret, zone: here, now };
		const kind = await worker.call('read', request);
		return await collected(kind, worker);
	} catch (error) {
		throw signal?.aborted ? cancelled() : error;
	} finally {
		signal?.removeEventListener('abort', stop);
		worker.terminate();
	}
}

type ReadingWorker = WorkerClient<ReadingCalls, number>;

async function collected(kind: FormatKind, worker: ReadingWorker): Promise<Reading> {
	const reading: Reading = {
		kind,
		incoming: emptyIncoming(),
		undated: []
	};
	for (;;) {
		const batch = await worker.call('next');
		if (!batch) return reading;
		reading.incoming.entries.push(...(batch.entries ?? []));
		reading.incoming.skipped.push(...(batch.skipped ?? []));
		reading.undated.push(...(batch.undated ?? []));
	}
}

function reviveError(code: string, message: string): Error {
	const known = formatErrorCodes.find((one) => one === code);
	return known ? new FormatError(known, message) : new Error(message);
}

function cancelled(): FormatError {
	return new FormatError('cancelled', 'nobody waits any more');
}
