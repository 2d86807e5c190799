import type { Entry } from '$lib/model/entry';
import type { JournalSnapshot } from '$lib/model/snapshot';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tries } from '../thorough';
import { BesidePages, besideActs, type BesideAct } from './beside-pages';
import {
	closeTestJournals,
	openTestJournal,
	wholeOnDisk,
	type TestJournal
} from './open-test-journal';

import { blank } from './test-drafts';
import { TestTab } from './test-tab';

/*
 * Two tabs on the same journal, doing whatever a person may do in them, in any order and without waiting for one another:
 * no word that was typed is lost, unless its page was let go of, and nothing that is kept beside the pages.
 */

const { numRuns, seed } = tries(1_000, 200);
/** A journal is used for so many runs: one that grows makes each run slower. */
const BATCH = 30;
const PAGES = 2;

const pageActs = ['star', 'bin', 'let go', 'restore', 'lock', 'wait'] as const;
type Act = 'type' | 'save' | 'follow' | (typeof pageActs)[number] | BesideAct;

interface Step {
	act: Act;
	tab: number;
	page: number;
	/** Whether the next step waits until this one is done. */
	patient: boolean;
}

const steps = fc.array(
	fc.record<Step>({
		act: fc.oneof(
			{ weight: 8, arbitrary: fc.constant<Act>('type') },
			{ weight: 6, arbitrary: fc.constant<Act>('save') },
			{ weight: 3, arbitrary: fc.constant<Act>('follow') },
			...[...pageActs, ...besideActs].map((act) => ({
				weight: 1,
				arbitrary: fc.constant<Act>(act)
			}))
		),
		tab: fc.nat(1),
		page: fc.nat(PAGES - 1),
		patient: fc.boolean()
	}),
	{ minLength: 4, maxLength: 24 }
);

/** Does all of it, and returns the words that are nowhere any more. */
async function lostIn(
	made: TestJournal,
	plan: readonly Step[],
	beside: BesidePages
): Promise<string[]> {
	const tabs = [new TestTab(made), new TestTab(made)];
	await Promise.all(tabs.map((tab) => tab.open()));
	const pages: Entry[] = Array.from({ length: PAGES }, blank);
	/** Each word that was typed, with the page in which that was. */
	const typed = new Map<string, string>();
	const letGo = new Set<string>();
	let going: Promise<unknown>[] = [];
	const settled = async (): Promise<void> => {
		await Promise.all(going);
		going = [];
	};
	for (const { act, tab: which, page, patient } of plan) {
		const tab = tabs[which] as TestTab;
		const besideAct = besideActs.find((one) => one === act);
		if (besideAct) {
			const done = beside.do(besideAct, tab, page);
			if (patient) await done;
			else going.push(done);
			continue;
		}
		const draft = tab.draft(page, pages[page] as Entry);
		const { id } = draft.entry;
		const work = async (): Promise<void> => {
			if (act === 'type') {
				const word = crypto.randomUUID();
				typed.set(word, id);
				draft.setText(`${draft.text} ${word}`);
			} else if (act === 'save') await draft.flush();
			else if (act === 'follow') tab.follow();
			else if (act === 'star') await tab.journal.annotateAll([id], () => ({ starred: true }));
			else if (act === 'bin') await tab.bin(draft);
			else if (act === 'restore') await tab.restoreFirst(draft);
			else if (act === 'let go') {
				letGo.add(id);
				await tab.journal.delete(id);
			}
		};
		if (act === 'lock') {
			// Nothing else happens in a tab that is being locked.
			await settled();
			await tab.lock();
			await tab.open();
		} else if (act === 'wait') await settled();
		else {
			// What may fail because the other tab is always first is told to a person, and changes nothing.
			const done = work().catch(() => undefined);
			if (patient) await done;
			else going.push(done);
		}
	}
	await settled();
	for (const tab of tabs) await tab.lock();
	const whole = await wholeOnDisk(made);
	beside.expectKept(whole);
	const kept = wordsIn(whole);
	return [...typed].flatMap(([word, page]) =>
		kept.includes(word) || letGo.has(page) ? [] : [word]
	);
}

/** Everything that was written, earlier texts too. */
function wordsIn({ entries, versions }: JournalSnapshot): string {
	return [...entries, ...versions].map(({ text }) => text).join('\n');
}

test(
	`${numRuns} interleavings of two tabs lose no word, and nothing that is kept beside the pages`,
	{ timeout: numRuns * 10_000 },
	async () => {
		for (let done = 0; done < numRuns; done += BATCH) {
			const made = await openTestJournal();
			const beside = new BesidePages();
			await fc.assert(
				fc.asyncProperty(steps, async (plan) => {
					expect(await lostIn(made, plan, beside)).toEqual([]);
				}),
				{
					numRuns: Math.min(BATCH, numRuns - done),
					// Each batch draws cases of its own.
					...(seed === undefined ? {} : { seed: seed + done })
				}
			);
			beside.expectNames((await made.again()).journal);
			closeTestJournals();
		}
	}
);
