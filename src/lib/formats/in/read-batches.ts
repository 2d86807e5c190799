import type { Entry } from '$lib/model/entry';
import type { SkippedItem } from './import-data';
import type { ReadResult } from './read-files';

/** As many letters of pages, and as many names, cross at once between a worker and its page. */
const BATCH_LENGTH = 250_000;
const BATCH_NAMES = 2_000;
/** What a page weighs beside its text, in letters. */
const ENTRY_OVERHEAD = 500;

/** A part of what was read from files of other programs: these have neither versions, questions nor choices. */
export interface ReadBatch {
	entries?: Entry[];
	skipped?: SkippedItem[];
	undated?: string[];
}

/** Divides what was read into parts, so that taking one in holds a page up for no longer than can be felt. */
export function* splitIntoBatches({ incoming, undated }: ReadResult): Generator<ReadBatch, void> {
	let entries: Entry[] = [];
	let length = 0;
	for (const entry of incoming.entries) {
		entries.push(entry);
		length += entry.text.length + ENTRY_OVERHEAD;
		if (length < BATCH_LENGTH) continue;
		yield { entries };
		[entries, length] = [[], 0];
	}
	if (entries.length > 0) yield { entries };
	for (const skipped of sliceNames(incoming.skipped)) yield { skipped };
	for (const names of sliceNames(undated)) yield { undated: names };
}

function* sliceNames<T>(all: readonly T[]): Generator<T[], void> {
	for (let at = 0; at < all.length; at += BATCH_NAMES) yield all.slice(at, at + BATCH_NAMES);
}
