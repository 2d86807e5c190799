import { WorkerClient } from '$lib/worker/worker';
import { FormatError, formatErrorCodes } from '$lib/formats/format-error';
import { emptyImportData } from './import-data';
import type { ReadResult, ReadOptions } from './read-files';
import type { ReadCalls, ReadRequest } from './read-worker';
import workerUrl from './read-worker?worker&url';
import type { FormatKind } from './detect-format';
import type { InputFile } from './source';

/** As many files go to the worker at once: a folder can hold tens of thousands. */
const FILES_PER_CALL = 500;
/** Milliseconds without a response or progress; a list of 200,000 names takes a weak phone some seconds. */
const TIMEOUT_MS = 120_000;

/**
 * Does what `readFiles` does, in a worker of its own that ends with the work, so that no archive holds the page up and
 * the signal ends it at once. Rejects with a FormatError, or a WorkerError `no-worker`.
 */
export async function readInWorker(
	files: readonly InputFile[],
	{ secret, zone, now = Date.now(), signal, onProgress }: ReadOptions
): Promise<ReadResult> {
	signal?.throwIfAborted();
	const worker: ReadWorker = new WorkerClient(workerUrl, {
		reviveError,
		timeoutMs: TIMEOUT_MS,
		onProgress: (done: number) => onProgress?.(done)
	});
	const stop = (): void => worker.terminate();
	signal?.addEventListener('abort', stop);
	try {
		for (let at = 0; at < files.length; at += FILES_PER_CALL) {
			await worker.call('put', files.slice(at, at + FILES_PER_CALL));
		}
		const localZone = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
		const request: ReadRequest = { secret, zone: localZone, now };
		const kind = await worker.call('read', request);
		return await collectBatches(kind, worker);
	} catch (error) {
		signal?.throwIfAborted();
		throw error;
	} finally {
		signal?.removeEventListener('abort', stop);
		worker.terminate();
	}
}

type ReadWorker = WorkerClient<ReadCalls, number>;

async function collectBatches(kind: FormatKind, worker: ReadWorker): Promise<ReadResult> {
	const reading: ReadResult = {
		kind,
		incoming: emptyImportData(),
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
