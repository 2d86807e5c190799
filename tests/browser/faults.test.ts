import { Draft } from '$lib/draft/draft.svelte';
import { newEntry } from '$lib/model/entry';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runs, tries } from '../thorough';
import { breakCall, faults, type Breaking, type Fault } from './faulty-database';
import { holdTimers, type HeldTimers } from './held-timers';
import {
	closeTestJournals,
	openTestJournal,
	wholeOnDisk,
	type TestJournal
} from './open-test-journal';
import { blank } from './test-drafts';

/*
 * A database that fails, gives up, breaks off or hangs at any of its calls: "Saved" is never said of what is not on the
 * disk, what was written is still there, every hang ends in a state that can be seen, and afterwards all is saved.
 */

/** How often each fault is tried while a page is saved, and how much less often in the gate; while a file comes in, a quarter. */
const RUNS = 100;
const PART = 34;
/** What a person may have to wait before they are told, in milliseconds. */
const TIMEOUT_MS = 10_000;
/** More calls than a save makes. */
const CALLS = 14;

/** So long the machine may take for what the database answers, in milliseconds. */
const SLOW = 20_000;

let at: TestJournal;
let breaking: Breaking | null = null;
let timers: HeldTimers | null = null;
beforeEach(async () => {
	at = await openTestJournal();
});
afterEach(() => {
	breaking?.mend();
	breaking = null;
	timers?.release();
	closeTestJournals();
});

/** Every text that is on the disk. */
async function onDisk(): Promise<string[]> {
	return (await wholeOnDisk(at)).entries.map(({ text }) => text);
}

/**
 * Breaks a call, begins the work, and waits until it is over. Where the database gives no answer, its ten seconds are
 * over as soon as nothing else goes on: one such wait must be enough.
 */
async function under(
	fault: Fault,
	nth: number,
	work: () => Promise<unknown>
): Promise<{ happened: boolean }> {
	timers = holdTimers(TIMEOUT_MS);
	const now = (breaking = breakCall(nth, fault));
	const progress = { over: false };
	const working = work().finally(() => (progress.over = true));
	const silent = (): boolean => now.happened && now.waiting > 0;
	await vi.waitUntil(() => progress.over || silent(), { timeout: SLOW });
	if (!progress.over) expect(timers.goOff()).toBeGreaterThan(0);
	await vi.waitUntil(() => progress.over, { timeout: SLOW });
	await working;
	now.mend();
	timers.release();
	return now;
}

describe.each(faults)('a call that meets with: %s', (fault) => {
	test('is never called saved, and loses no word', { timeout: runs(RUNS) * 6_000 }, async () => {
		let happened = 0;
		const arbitrary = [fc.integer({ min: 1, max: CALLS }), fc.boolean(), fc.string()] as const;
		await fc.assert(
			fc.asyncProperty(...arbitrary, async (nth, isNew, words) => {
				const draft = new Draft(() => Promise.resolve(at.journal), blank(), null);
				if (!isNew) {
					draft.setText('what was there before');
					await draft.flush();
				}
				const wanted = `${crypto.randomUUID()} ${words}`;
				const now = await under(fault, nth, () => {
					draft.setText(wanted);
					const saving = draft.flush();
					expect(draft.status).toBe('saving');
					return saving;
				});
				happened += now.happened ? 1 : 0;
				expect(draft.text).toBe(wanted);
				if (draft.status === 'saved') expect(await onDisk()).toContain(wanted);
				else expect([draft.status, draft.error]).toEqual(['not-saved', expect.anything()]);
				await draft.flush();
				expect(draft.status).toBe('saved');
				expect(draft.hasForked).toBe(false);
				expect((await onDisk()).filter((text) => text === wanted)).toHaveLength(1);
			}),
			tries(RUNS, PART)
		);
		expect(happened).toBeGreaterThan(runs(RUNS, PART) / 4);
	});

	test('lets a file come in whole, or not at all', { timeout: runs(RUNS) * 6_000 }, async () => {
		const nothing = { versions: [], prompts: [], library: [], settings: null };
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (nth) => {
				const entries = Array.from({ length: 12 }, () => ({
					...newEntry({ companion: 'walking-away' }),
					text: crypto.randomUUID()
				}));
				const before = await onDisk();
				const outcome = { came: false };
				await under(fault, nth, () =>
					at.journal.importer.apply({ ...nothing, entries }).then(
						() => (outcome.came = true),
						() => undefined
					)
				);
				const came = (await onDisk()).length - before.length;
				// What is refused because no answer came may have come all the same, and then all of it.
				const may = outcome.came ? [12] : fault === 'unanswered' ? [0, 12] : [0];
				expect(may).toContain(came);
			}),
			tries(RUNS / 4, 25)
		);
	});
});
