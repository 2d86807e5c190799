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
import type { BackupSummary, BackupProgress } from './summary';
import { splitSnapshot } from './snapshot-parts';
import type { RecordSink } from './journal-file-reader';
import { writeBackup, type BackupFile } from './write-backup';
import { readBackup } from './read-backup';

/** What is asked for. */
export interface MakeRequest {
	secret: string;
	workFactor: number;
	created: Moment;
}
export interface OpenRequest {
	file: Blob;
	secrets: readonly string[];
	/** Whether it is only to be said what the file holds, once all of it was looked at. */
	checkOnly: boolean;
}

const snapshot = emptySnapshot();
let parts: Iterator<SnapshotPart> = [].values();

/** What has come from the page, or out of a file: all of a journal by now. */
function collectedSnapshot(): JournalSnapshot {
	return snapshot as JournalSnapshot;
}

/** What posts progress; each step is posted at once. */
function stepReporter(): (progress: BackupProgress) => void {
	return throttledProgress((progress, posted) => progress.step !== posted?.step);
}

async function withBackupErrors<T>(work: Promise<T>): Promise<T> {
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

	make(request: MakeRequest): Promise<BackupFile> {
		return withBackupErrors(
			writeBackup({ ...request, snapshot: collectedSnapshot(), onProgress: stepReporter() })
		);
	},

	async open({ file, secrets, checkOnly }: OpenRequest): Promise<BackupSummary> {
		const collectingSink: RecordSink = {
			entry: (one) => snapshot.entries.push(one),
			version: (one) => snapshot.versions.push(one),
			prompt: (one) => snapshot.prompts.push(one),
			libraryItem: (one) => snapshot.library.push(one),
			settings: (all) => (snapshot.settings = all)
		};
		const ignore = (): void => undefined;
		const ignoringSink: RecordSink = {
			entry: ignore,
			version: ignore,
			prompt: ignore,
			libraryItem: ignore,
			settings: ignore
		};
		const options = { file, secrets, unpackAll: checkOnly, onProgress: stepReporter() };
		const summary = await withBackupErrors(
			readBackup(options, checkOnly ? ignoringSink : collectingSink)
		);
		parts = splitSnapshot(collectedSnapshot());
		return summary;
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
