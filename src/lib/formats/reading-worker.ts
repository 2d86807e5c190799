/*
 * Where files of other programs are read. What was read goes back in batches, and ends with this worker.
 */
import { answerCalls, tellNews } from '$lib/worker/worker';
import { readingBatches, type ReadingBatch } from './reading-batches';
import { readFiles, type ReadOptions } from './read';
import type { FormatKind } from './recognise';
import type { GivenFile } from './source';

/** What is read, once all files are there. */
export type ReadRequest = Required<Pick<ReadOptions, 'secret' | 'now' | 'zone'>>;

/** Milliseconds between two pieces of news. */
const RARELY = 60;

const files: GivenFile[] = [];
let leaving: Iterator<ReadingBatch> = [].values();

answerCalls({
	put(some: GivenFile[]): Promise<true> {
		files.push(...some);
		return Promise.resolve(true);
	},

	async read(request: ReadRequest): Promise<FormatKind> {
		let last = 0;
		const onProgress = (done: number): void => {
			if (performance.now() - last < RARELY) return;
			last = performance.now();
			tellNews(done);
		};
		const reading = await readFiles(files, { ...request, onProgress });
		leaving = readingBatches(reading);
		return reading.kind;
	},

	next(): Promise<ReadingBatch | null> {
		const batch = leaving.next();
		return Promise.resolve(batch.done ? null : batch.value);
	}
});
