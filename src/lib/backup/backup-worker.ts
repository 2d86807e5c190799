/*
 * Where backups are made and opened. What is in them goes through here in batches, in memory, and ends with this
 * worker.
 */
import type { Moment } from '$lib/model/moment';
import {
	addPart,
	emptySnapshot,
	type JournalSnapshot,
	type SnapshotPart
} from '$lib/model/snapshot';
import { serveCalls, throttledProgress } from '$lib/worker/worker';
import { backupErrorFrom } from './backup-error';
import type { Holds, Progress } from './holds';
import { snapshotParts } from './snapshot-parts';
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

const snapshot = emptySnapshot();
let parts: Iterator<SnapshotPart> = [].values();

/** What has come from the page, or out of a file: all of a journal by now. */
function whole(): JournalSnapshot {
	return snapshot as JournalSnapshot;
}

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
	put(part: SnapshotPart) {
		addPart(snapshot, part);
		return Promise.resolve(true);
	},

	make(request: MakeRequest): Promise<Made> {
		return named(making({ ...request, snapshot: whole(), tell: progressOfSteps() }));
	},

	async open({ file, secrets, check }: OpenRequest): Promise<Holds> {
		const kept: Sink = {
			entry: (one) => snapshot.entries.push(one),
			version: (one) => snapshot.versions.push(one),
			prompt: (one) => snapshot.prompts.push(one),
			companion: (one) => snapshot.library.push(one),
			settings: (all) => (snapshot.settings = all)
		};
		const ignored = (): void => undefined;
		const none: Sink = {
			...{ entry: ignored, version: ignored, prompt: ignored },
			...{ companion: ignored, settings: ignored }
		};
		const about = { file, secrets, thorough: check, tell: progressOfSteps() };
		const holds = await named(opening(about, check ? none : kept));
		parts = snapshotParts(whole());
		return holds;
	},

	/** The next of what was opened; null when all of it has gone out. */
	next(): Promise<SnapshotPart | null> {
		const next = parts.next();
		return Promise.resolve(next.done ? null : next.value);
	}
};

serveCalls(calls);

/** What this worker serves. */
export type BackupCalls = typeof calls;
