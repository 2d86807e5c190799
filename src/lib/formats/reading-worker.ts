/*
 * Where files of other programs are read. What was read goes back in batches, and ends with this worker.
 */
import { serveCalls, throttledProgress } from '$lib/worker/worker';
import { readingBatches, type ReadingBatch } from './reading-batches';
import { readFiles, type ReadOptions } from './read';
import type { FormatKind } from './recognise';
import type { GivenFile } from './source';

/** What is read, once all files are there. */
export type ReadRequest = Required<Pick<ReadOptions, 'secret' | 'now' | 'zone'>>;

const files: GivenFile[] = [];
let leaving: Iterator<ReadingBatch> = [].values();

const calls = {
	put(some: readonly GivenFile[]): Promise<true> {
		files.push(...some);
		return Promise.resolve(true);
	},

	async read(request: ReadRequest): Promise<FormatKind> {
		const reading = await readFiles(files, { ...request, onProgress: throttledProgress() });
		leaving = readingBatches(reading);
		return reading.kind;
	},

	next(): Promise<ReadingBatch | null> {
		const batch = leaving.next();
		return Promise.resolve(batch.done ? null : batch.value);
	}
};

serveCalls(calls);

/** What this worker serves. */
export type ReadingCalls = typeof calls;
