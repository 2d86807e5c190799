/*
 * Where files of other programs are read. What was read goes back in batches, and ends with this worker.
 */
import { serveCalls, throttledProgress } from '$lib/worker/worker';
import { splitIntoBatches, type ReadBatch } from './read-batches';
import { readFiles, type ReadOptions } from './read-files';
import type { FormatKind } from './detect-format';
import type { InputFile } from './source';

/** What is read, once all files are there. */
export type ReadRequest = Required<Pick<ReadOptions, 'secret' | 'now' | 'zone'>>;

const files: InputFile[] = [];
let batches: Iterator<ReadBatch> = [].values();

const calls = {
	put(some: readonly InputFile[]): Promise<true> {
		files.push(...some);
		return Promise.resolve(true);
	},

	async read(request: ReadRequest): Promise<FormatKind> {
		const reading = await readFiles(files, { ...request, onProgress: throttledProgress() });
		batches = splitIntoBatches(reading);
		return reading.kind;
	},

	next(): Promise<ReadBatch | null> {
		const batch = batches.next();
		return Promise.resolve(batch.done ? null : batch.value);
	}
};

serveCalls(calls);

/** What this worker serves. */
export type ReadCalls = typeof calls;
