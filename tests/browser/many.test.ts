import { BIN_DAYS } from '$lib/model/bin';
import { Draft } from '$lib/draft/draft.svelte';
import { newEntry, type Entry } from '$lib/model/entry';
import { momentAt } from '$lib/model/moment';
import type { Annotations } from '$lib/model/annotations';
import { recordUndo, undoChange, type BulkChange } from '$lib/merge/undo-bulk';
import { expect, test, vi } from 'vitest';
import { openTestJournal, type TestJournal } from './open-test-journal';

/* What is said of several pages at once, and the bin. */

const realPut = IDBObjectStore.prototype.put;

async function withPages({ journal }: TestJournal, texts: readonly string[]): Promise<Entry[]> {
	const entries = texts.map((text) => ({ ...newEntry({ companion: 'walking-away' }), text }));
	for (const entry of entries) await journal.save(entry, null);
	return entries;
}

const ids = (entries: readonly Entry[]): string[] => entries.map(({ id }) => id);

test('one thing is said of several pages in one go, and of no other', async () => {
	const one = await openTestJournal();
	const [first, second, third] = await withPages(one, ['a', 'b', 'c']);
	if (!first || !second || !third) throw new Error('three pages');
	await one.journal.annotateAll(ids([first, second]), ({ tags }) => ({ tags: [...tags, 'home'] }));
	const again = (await one.again()).journal;
	expect(again.find(first.id)?.entry.tags).toEqual(['home']);
	expect(again.find(second.id)?.entry.tags).toEqual(['home']);
	expect(again.find(third.id)?.entry.tags).toEqual([]);
	expect(again.find(first.id)?.entry.changed).toEqual(first.changed);
});

test('what is said of many when the disk refuses changes none of them', async () => {
	const one = await openTestJournal();
	const pages = await withPages(one, ['a', 'b']);
	// The disk takes the first of the two, and not the second: neither may stay.
	const put = vi.spyOn(IDBObjectStore.prototype, 'put');
	let puts = 0;
	put.mockImplementation(function (this: IDBObjectStore, ...input) {
		puts += 1;
		if (puts === 2) throw new DOMException('full', 'QuotaExceededError');
		return realPut.apply(this, input);
	});
	await expect(one.journal.annotateAll(ids(pages), () => ({ starred: true }))).rejects.toThrow();
	put.mockRestore();
	expect(puts).toBeGreaterThanOrEqual(2);
	expect(one.journal.entries.map(({ starred }) => starred)).toEqual([false, false]);
	expect((await one.again()).journal.entries.map(({ starred }) => starred)).toEqual([false, false]);
});

test('what another tab changed meanwhile stays, beside what is said of many', async () => {
	const one = await openTestJournal();
	const [page] = await withPages(one, ['a']);
	if (!page) throw new Error('a page');
	const two = await one.again();
	const stored = two.journal.find(page.id);
	await two.journal.save({ ...page, text: 'a, and more' }, stored?.rev ?? null);
	await one.journal.annotateAll([page.id], () => ({ starred: true }));
	const kept = (await one.again()).journal.find(page.id)?.entry;
	expect(kept).toMatchObject({ text: 'a, and more', starred: true });
});

/** Does one thing with several pages, as the list does, and returns how it takes that back. */
async function act(
	{ journal }: TestJournal,
	pages: readonly Entry[],
	change: (entry: Entry) => Partial<Annotations>
): Promise<() => Promise<void>> {
	const changes = new Map<string, BulkChange>();
	await journal.annotateAll(ids(pages), recordUndo(change, changes));
	return () =>
		journal.annotateAll([...changes.keys()], (entry) => {
			const changed = changes.get(entry.id);
			return changed ? undoChange(entry, changed) : {};
		});
}

test('what another tab says of a page stays when what was done with many is taken back', async () => {
	const one = await openTestJournal();
	const pages = await withPages(one, ['a', 'b']);
	const [first, second] = pages;
	if (!first || !second) throw new Error('two pages');
	const takeStarBack = await act(one, pages, () => ({ starred: true }));
	const takeTagBack = await act(one, pages, ({ tags }) => ({ tags: [...tags, 'home'] }));
	const takeBinBack = await act(one, pages, () => ({ binned: momentAt(Date.now()) }));

	const two = await one.again();
	const note = { id: 'f'.repeat(32), text: 'noted there', written: momentAt(Date.now()) };
	await two.journal.annotateAll([first.id], ({ tags }) => ({
		label: 'named there',
		margin: [note],
		tags: ['key', ...tags]
	}));
	await two.journal.annotateAll([second.id], () => ({ starred: false }));
	await two.journal.annotateAll([second.id], () => ({ starred: true, binned: null }));
	for (const takeBack of [takeBinBack, takeTagBack, takeStarBack]) await takeBack();

	const again = (await one.again()).journal;
	expect(again.find(first.id)?.entry).toMatchObject({
		label: 'named there',
		margin: [note],
		tags: ['key'],
		starred: false,
		binned: null
	});
	expect(again.find(second.id)?.entry).toMatchObject({ tags: [], starred: false, binned: null });
});

test('only what an act changed, and nobody else since, is taken back', async () => {
	const one = await openTestJournal();
	const pages = await withPages(one, ['a', 'b', 'c']);
	const [first, second, third] = pages;
	if (!first || !second || !third) throw new Error('three pages');
	const two = await one.again();
	// Done there just before: this tab learns of it only when the disk refuses what it meant to write.
	await two.journal.annotateAll([first.id], () => ({ tags: ['home', 'old'], label: 'there' }));
	const takeBack = await act(one, pages, ({ tags }) => ({
		tags: [...new Set([...tags, 'home'])],
		sealedUntil: '2999-01-01'
	}));
	await two.journal.annotateAll([second.id], () => ({ sealedUntil: '2999-06-01' }));
	await takeBack();

	const again = (await one.again()).journal;
	const of = (id: string): Entry | undefined => again.find(id)?.entry;
	expect(of(first.id)).toMatchObject({ tags: ['home', 'old'], label: 'there', sealedUntil: null });
	expect(of(second.id)).toMatchObject({ tags: [], sealedUntil: '2999-06-01' });
	expect(of(third.id)).toMatchObject({ tags: [], sealedUntil: null });
});

test('a tag that was taken off many comes back beside the tags given since', async () => {
	const one = await openTestJournal();
	const pages = await withPages(one, ['a', 'b']);
	const [first, second] = pages;
	if (!first || !second) throw new Error('two pages');
	await one.journal.annotateAll([first.id], () => ({ tags: ['home', 'old'] }));
	const takeBack = await act(one, pages, ({ tags }) => ({
		tags: tags.filter((tag) => tag !== 'home')
	}));
	const two = await one.again();
	await two.journal.annotateAll(ids(pages), ({ tags }) => ({ tags: [...tags, 'new'] }));
	await takeBack();
	const again = (await one.again()).journal;
	expect(again.find(first.id)?.entry.tags).toEqual(['old', 'new', 'home']);
	expect(again.find(second.id)?.entry.tags).toEqual(['new']);
});

test('a star given in the list makes no second copy of a page that is being written', async () => {
	const one = await openTestJournal();
	const draft = new Draft(
		() => Promise.resolve(one.journal),
		newEntry({ companion: 'walking-away' }),
		null
	);
	draft.setText('A word');
	await draft.flush();
	await one.journal.annotateAll([draft.entry.id], () => ({ starred: true }));
	draft.setText('A word, and another');
	draft.annotate({ label: 'mine' });
	await draft.flush();
	const kept = (await one.again()).journal.entries;
	expect(kept).toHaveLength(1);
	expect(kept[0]).toMatchObject({ text: 'A word, and another', starred: true, label: 'mine' });
});

test('the bin stands apart, gives back, and keeps what it holds until its time is over', async () => {
	const one = await openTestJournal();
	const [kept, thrown, old] = await withPages(one, ['kept', 'thrown', 'old']);
	if (!kept || !thrown || !old) throw new Error('three pages');
	const now = Date.now();
	const long = momentAt(now - BIN_DAYS * 86_400_000 - 1);
	await one.journal.annotateAll([thrown.id], () => ({ binned: momentAt(now) }));
	await one.journal.annotateAll([old.id], () => ({ binned: long }));
	expect(ids(one.journal.entries)).toEqual([kept.id]);
	expect(one.journal.find(old.id)?.entry.text).toBe('old');

	const { journal } = await one.again();
	await journal.loaded;
	await expect.poll(() => ids(journal.bin)).toEqual([thrown.id]);
	await expect.poll(async () => (await one.again()).journal.find(old.id)).toBeNull();
	await journal.annotateAll([thrown.id], () => ({ binned: null }));
	expect(ids(journal.entries).sort()).toEqual(ids([kept, thrown]).sort());
});
