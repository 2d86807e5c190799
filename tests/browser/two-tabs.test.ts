import { Draft } from '$lib/draft/draft.svelte';
import { newLibraryItem, withContents } from '$lib/model/library-item';
import { momentAt } from '$lib/model/moment';
import { newCustomPrompt } from '$lib/model/custom-prompt';
import type { SlotInfo } from '$lib/model/slot-info';
import builtIn from '$lib/companion/walking-away.companion.md';
import { randomId } from '$lib/id/random-id';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
	closeTestJournals,
	openTestJournal,
	wholeOnDisk,
	type TestJournal
} from './open-test-journal';
import { blank } from './test-drafts';

/*
 * Two tabs that change one record, or two of a kind, at the same time or in turn: both succeed, and both come to show what
 * is on the disk. Where a test says so, no tab hears of the other in time.
 */

let one: TestJournal;
let two: TestJournal;
beforeEach(async () => {
	one = await openTestJournal();
	await one.journal.changeSlotInfos(() => [slot('first'), slot('second')]);
	two = await one.again();
});
afterEach(() => {
	vi.restoreAllMocks();
	closeTestJournals();
});

const slot = (label: string): SlotInfo => {
	return { id: randomId(), kind: 'passphrase', label, made: momentAt(1), mark: '' };
};
const labels = ({ journal }: TestJournal): string[] => journal.slots.map(({ label }) => label);
const name = ({ journal }: TestJournal, at: number, label: string): Promise<void> =>
	journal.changeSlotInfos((notes) =>
		notes.map((note, index) => (index === at ? { ...note, label } : note))
	);

/** From now on no tab hears of another. */
function unheard(): void {
	vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockReturnValue();
}

/** Waits until both tabs show the same of something, and a third that opens the journal now does too. */
async function expectSame<T>(shown: (tab: TestJournal) => T): Promise<T> {
	const onDisk = shown(await one.again());
	await expect.poll(() => shown(one)).toEqual(onDisk);
	await expect.poll(() => shown(two)).toEqual(onDisk);
	return onDisk;
}

test('two tabs that name one way in at once both succeed, and show the same name', async () => {
	await Promise.all([name(one, 0, 'from one'), name(two, 0, 'from two')]);
	const [first, second] = await expectSame(labels);
	expect(['from one', 'from two']).toContain(first);
	expect(second).toBe('second');
});

test('two tabs that name two ways in at once keep both names', async () => {
	await Promise.all([name(one, 0, 'from one'), name(two, 1, 'from two')]);
	expect(await expectSame(labels)).toEqual(['from one', 'from two']);
});

test('a tab that has not heard of a name given elsewhere gives one itself, and keeps the other', async () => {
	unheard();
	await name(one, 0, 'from one');
	await name(two, 1, 'from two');
	expect(labels(two)).toEqual(['from one', 'from two']);
	await name(one, 0, 'from one again');
	expect(labels(one)).toEqual(['from one again', 'from two']);
	expect(labels(await one.again())).toEqual(['from one again', 'from two']);
});

test('a name given to a way in shows in the other tab without another opening', async () => {
	await name(one, 0, 'from one');
	await expect.poll(() => labels(two)).toEqual(['from one', 'second']);
});

test('two questions kept at once are both there, and one that both reword has the words of one', async () => {
	const [mine, theirs] = ['One?', 'Two?'].map((text) =>
		newCustomPrompt('walking-away', 's4', text)
	);
	if (!mine || !theirs) throw new Error('no question');
	const texts = ({ journal }: TestJournal): string[] =>
		journal.customPrompts.map(({ text }) => text).sort();
	await Promise.all([one.journal.savePrompt(mine), two.journal.savePrompt(theirs)]);
	expect(await expectSame(texts)).toEqual(['One?', 'Two?']);
	await Promise.all([
		one.journal.savePrompt({ ...mine, text: 'Here?' }),
		two.journal.savePrompt({ ...mine, text: 'There?' })
	]);
	expect(await expectSame(texts)).toContain('Two?');
});

test('a question reworded in one tab while the other takes it away can be kept and taken away again', async () => {
	const prompt = newCustomPrompt('walking-away', 's4', 'One?');
	await one.journal.savePrompt(prompt);
	await one.journal.savePrompt({ ...prompt, text: 'One, again?' });
	await expect.poll(() => two.journal.customPrompts[0]?.text).toBe('One, again?');
	unheard();
	await one.journal.deletePrompt(prompt.id);
	await two.journal.savePrompt({ ...prompt, text: 'Two?' });
	// It is in its first revision once more, whatever a tab has seen of it before.
	await one.journal.savePrompt({ ...prompt, text: 'Three?' });
	await two.journal.savePrompt({ ...prompt, text: 'Four?' });
	expect(two.journal.customPrompts.map(({ text }) => text)).toEqual(['Four?']);
	await one.journal.deletePrompt(prompt.id);
	const { journal } = await one.again();
	expect([journal.customPrompts, journal.damage]).toEqual([[], []]);
});

test('two companions kept at once are both there, and one that both change is that of one', async () => {
	const [mine, theirs] = ['Mine', 'Theirs'].map((title) => newLibraryItem({ ...builtIn, title }));
	if (!mine || !theirs) throw new Error('no companion');
	const titles = ({ journal }: TestJournal): string[] =>
		journal.library.all.map(({ companion }) => companion.title).sort();
	await Promise.all([one.journal.library.save(mine), two.journal.library.save(theirs)]);
	expect(await expectSame(titles)).toEqual(['Mine', 'Theirs']);
	await Promise.all([
		one.journal.library.save(withContents(mine, { ...builtIn, title: 'Here' })),
		two.journal.library.save(withContents(mine, { ...builtIn, title: 'There' }))
	]);
	expect(await expectSame(titles)).toContain('Theirs');
});

test('the first choices of a journal, made in two tabs at once, are kept in one record', async () => {
	unheard();
	await Promise.all([
		one.journal.changeSettings({ minutes: 10 }),
		two.journal.changeSettings({ here: 's3' })
	]);
	expect((await one.again()).journal.settings).toMatchObject({ minutes: 10, here: 's3' });
	const rows = await one.vault.decrypt((await one.storage.readAll()).rows);
	const kinds = rows.map((row) => ('value' in row ? (row.value as { kind: string }).kind : ''));
	expect(kinds.filter((kind) => kind === 'settings')).toHaveLength(1);
});

test('a star and a tag given to one page at once are both kept', async () => {
	const entry = { ...blank(), text: 'a page' };
	await one.journal.save(entry, null);
	await expect.poll(() => two.journal.find(entry.id)).not.toBeNull();
	await Promise.all([
		one.journal.annotateAll([entry.id], () => ({ starred: true })),
		two.journal.annotateAll([entry.id], ({ tags }) => ({ tags: [...tags, 'quiet'] }))
	]);
	const shown = await expectSame(({ journal }) => journal.find(entry.id)?.entry);
	expect(shown).toMatchObject({ text: 'a page', starred: true, tags: ['quiet'] });
});

test('a page put in the bin in one tab takes the words that the other writes, and stays there', async () => {
	const entry = { ...blank(), text: 'a page' };
	const stored = await one.journal.save(entry, null);
	await expect.poll(() => two.journal.find(entry.id)).not.toBeNull();
	const draft = new Draft(() => Promise.resolve(two.journal), entry, stored?.rev ?? null);
	draft.setText('a page, and on');
	await Promise.all([
		one.journal.annotateAll([entry.id], () => ({ binned: momentAt(Date.now()) })),
		draft.flush()
	]);
	expect([draft.status, draft.hasForked]).toEqual(['saved', false]);
	const shown = await expectSame(({ journal }) => journal.bin);
	expect(shown).toMatchObject([{ id: entry.id, text: 'a page, and on' }]);
	expect((await wholeOnDisk(one)).entries).toHaveLength(1);
});
