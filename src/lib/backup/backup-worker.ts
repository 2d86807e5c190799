/*
 * Where backups are made and opened. What is in them goes through here in batches, in memory, and ends with this
 * worker.
 */
import type { Moment } from '$lib/journal/moment';
import type { Whole } from '$lib/journal/whole';
import { serveCalls, throttledProgress } from '$lib/worker/worker';
import { backupErrorFrom } from './backup-error';
import type { Holds, Progress } from './holds';
import { batches, type Batch } from './batches';
import type { Sink } from './journal-reading';
import { making, type Made } from './making';
import { opening } from './opening';

/** What is asked for. */
export interface MakeRequest {
	secret: string;
	cost: number;
	made: Moment;
}
export interface OpenRequest {
	file: Blob;
	secrets: readonly string[];
	/** Whether it is only to be said what the file holds, once all of it was looked at. */
	check: boolean;
}

const whole: Partial<Whole> & Omit<Whole, 'settings'> = {
	entries: [],
	versions: [],
	prompts: [],
	library: []
};
let leaving: Iterator<Batch> = [].values();

/** What posts progress; each step is posted at once. */
function progressOfSteps(): (progress: Progress) => void {
	return throttledProgress((progress, posted) => progress.doing !== posted?.doing);
}

async function named<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (error) {
		throw backupErrorFrom(error);
	}
}

const calls = {
	put(batch: Batch) {
		whole.entries.push(...(batch.entries ?? []));
		whole.versions.push(...(batch.versions ?? []));
		whole.prompts.push(...(batch.prompts ?? []));
		whole.library.push(...(batch.library ?? []));
		if (batch.settings) whole.settings = batch.settings;
		return Promise.resolve(true);
	},

	make(request: MakeRequest): Promise<Made> {
		return named(making({ ...request, whole: whole as Whole, tell: progressOfSteps() }));
	},

	async open({ file, secrets, check }: OpenRequest): Promise<Holds> {
		const kept: Sink = {
			entry: (one) => whole.entries.push(one),
			version: (one) => whole.versions.push(one),
			prompt: (one) => whole.prompts.push(one),
			companion: (one) => whole.library.push(one),
			settings: (all) => (whole.settings = all)
		};
		const ignored = (): void => undefined;
		const none: Sink = {
			...{ entry: ignored, version: ignored, prompt: ignored },
			...{ companion: ignored, settings: ignored }
		};
		const about = { file, secrets, thorough: check, tell: progressOfSteps() };
		const holds = await named(opening(about, check ? none : kept));
		leaving = batches(whole as Whole);
		return holds;
	},

	/** The next of what was opened; null when all of it has gone out. */
	next(): Promise<Batch | null> {
		const next = leaving.next();
		return Promise.resolve(next.done ? null : next.value);
	}
};

serveCalls(calls);

/** What this worker serves. */
export type BackupCalls = typeof calls;
