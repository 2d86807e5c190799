import { Draft } from '$lib/draft/draft.svelte';
import { newEntry, type Entry } from '$lib/model/entry';
import type { Journal } from '$lib/journal/journal.svelte';
import { afterEach, beforeEach, vi } from 'vitest';
import { openTestJournal, type TestJournal } from './open-test-journal';

/** An entry that is not on the disk, without a word. */
export function blank(): Entry {
	return newEntry({ companion: 'walking-away' });
}

/** Drafts in a journal that each test of the file has for itself. */
export interface TestDrafts {
	readonly journal: Journal;
	/** The draft of an entry; `rev` is its stored revision, null for one that is not on the disk. */
	draftOf(entry: Entry, rev?: number | null): Draft;
	/** The journal as a second tab opens it. */
	again(): Promise<Journal>;
	/** A second tab, with a draft of the same entry. */
	secondTabOn(first: Draft): Promise<{ journal: Journal; draft: Draft }>;
	/** The next save reaches the disk, and its answer gets lost. */
	losesAnAnswer(): void;
	/** The texts that are on the disk, in the order of the alphabet. */
	onDisk(): Promise<string[]>;
}

/** Called once in a file of tests: makes the journal anew before each, and takes back what was feigned after. */
export function testDrafts(): TestDrafts {
	let one: TestJournal;
	beforeEach(async () => {
		one = await openTestJournal();
	});
	afterEach(() => {
		vi.useRealTimers();
		vi.restoreAllMocks();
	});
	const again = async (): Promise<Journal> => (await one.again()).journal;
	return {
		get journal() {
			return one.journal;
		},
		draftOf: (entry, rev = null) => new Draft(() => Promise.resolve(one.journal), entry, rev),
		again,
		async secondTabOn(first) {
			const journal = await again();
			const stored = journal.find(first.entry.id);
			const entry = stored?.entry ?? blank();
			const draft = new Draft(() => Promise.resolve(journal), entry, stored?.rev ?? null);
			return { journal, draft };
		},
		losesAnAnswer() {
			const keep = one.journal.save.bind(one.journal);
			vi.spyOn(one.journal, 'save').mockImplementationOnce(async (...input) => {
				await keep(...input);
				throw Object.assign(new Error('late'), { code: 'timeout' });
			});
		},
		onDisk: async () => (await again()).entries.map(({ text }) => text).sort()
	};
}
