import { WorkerLine } from '$lib/worker/worker';
import { FormatError, formatErrorCodes } from './format-error';
import type { Reading, ReadOptions } from './read';
import type { ReadingBatch } from './reading-batches';
import type { ReadRequest } from './reading-worker';
import workerUrl from './reading-worker?worker&url';
import type { FormatKind } from './recognise';
import type { GivenFile } from './source';

/** As many files go to the worker at once: a folder can hold tens of thousands. */
const FILES = 500;
/** Milliseconds without a sign from the worker; a list of 200,000 names takes a weak phone some seconds. */
const PATIENCE = 120_000;

/**
 * Does what `readFiles` does, in a worker of its own that ends with the work, so that no archive holds the page up and
 * the signal ends it at once. Rejects with a FormatError, or a WorkerError `no-worker`.
 */
export async function readInWorker(
	files: readonly GivenFile[],
	{ secret, zone, now = Date.now(), signal, onProgress }: ReadOptions
): Promise<Reading> {
	if (signal?.aborted) throw cancelled();
	const line = new WorkerLine(workerUrl, revived, PATIENCE);
	const stop = (): void => line.end();
	line.onNews = (done) => onProgress?.(done as number);
	signal?.addEventListener('abort', stop);
	try {
		for (let at = 0; at < files.length; at += FILES) {
			await line.ask('put', files.slice(at, at + FILES));
		}
		const here = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
		const request: ReadRequest = { secret, zone: here, now };
		const kind = (await line.ask('read', request)) as FormatKind;
		return await collected(kind, line);
	} catch (error) {
		throw signal?.aborted ? cancelled() : error;
	} finally {
		signal?.removeEventListener('abort', stop);
		line.end();
	}
}

async function collected(kind: FormatKind, line: WorkerLine): Promise<Reading> {
	const reading: Reading = {
		kind,
		incoming: {
			...{ entries: [], versions: [], prompts: [], library: [] },
			...{ settings: null, skipped: [] }
		},
		undated: []
	};
	for (;;) {
		const batch = (await line.ask('next', null)) as ReadingBatch | null;
		if (!batch) return reading;
		reading.incoming.entries.push(...(batch.entries ?? []));
		reading.incoming.skipped.push(...(batch.skipped ?? []));
		reading.undated.push(...(batch.undated ?? []));
	}
}

function revived(code: string, message: string): Error {
	const known = formatErrorCodes.find((one) => one === code);
	return known ? new FormatError(known, message) : new Error(message);
}

function cancelled(): FormatError {
	return new FormatError('cancelled', 'nobody waits any more');
}
