import type { Entry } from '$lib/model/entry';
import type { Skipped } from './incoming';
import type { Reading } from './read';

/** As many letters of pages, and as many names, cross at once between a worker and its page. */
const LETTERS = 250_000;
const NAMES = 2_000;
/** What a page weighs beside its text, in letters. */
const AROUND = 500;

/** A part of what was read from files of other programs: these have neither versions, questions nor choices. */
export interface ReadingBatch {
	entries?: Entry[];
	skipped?: Skipped[];
	undated?: string[];
}

/** Divides what was read into parts, so that taking one in holds a page up for no longer than can be felt. */
export function* readingBatches({ incoming, undated }: Reading): Generator<ReadingBatch, void> {
	let entries: Entry[] = [];
	let letters = 0;
	for (const entry of incoming.entries) {
		entries.push(entry);
		letters += entry.text.length + AROUND;
		if (letters < LETTERS) continue;
		yield { entries };
		[entries, letters] = [[], 0];
	}
	if (entries.length > 0) yield { entries };
	for (const skipped of slices(incoming.skipped)) yield { skipped };
	for (const names of slices(undated)) yield { undated: names };
}

function* slices<T>(all: readonly T[]): Generator<T[], void> {
	for (let at = 0; at < all.length; at += NAMES) yield all.slice(at, at + NAMES);
}
