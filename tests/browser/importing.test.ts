import type { Journal } from '$lib/journal/journal.svelte';
import { momentAt } from '$lib/model/moment';
import { encodeEntry } from '$lib/records/codec';
import { defaultSettings } from '$lib/model/settings';
import type { JournalSnapshot } from '$lib/model/snapshot';
import { afterEach, expect, test, vi } from 'vitest';
import { thorough } from '../thorough';
import { file, page } from './import-file';
import { closeTestJournals, openTestJournal, type TestJournal } from './open-test-journal';

/* Bringing a file in, and taking that back, in the database itself. */

/** So many pages come in at once where it is about many. */
const PAGES = thorough ? 2_000 : 400;
/** A journal with a few pages, one of which is in the file too, with less in it. */
async function withPages(brought: ReturnType<typeof file>): Promise<TestJournal> {
	const one = await openTestJournal();
	const [first] = brought.entries;
	if (!first) throw new Error('an empty file');
	await one.journal.save({ ...first, text: 'brought 0', tags: ['mine'], versions: [] }, null);
	await one.journal.save(page('only here'), null);
	await one.journal.changeSettings({ marked: ['s2-recent-1'] });
	return one;
}

const wholeOf = async (journal: Journal): Promise<JournalSnapshot> =>
	(await journal.readSnapshot()).snapshot;

/** Everything on the disk: the rows as they are, sealed. */
const rows = (one: TestJournal): Promise<unknown[]> =>
	one.raw(async (db) => [await db.table('meta').toArray(), await db.table('r').toArray()]);

afterEach(() => {
	vi.restoreAllMocks();
	closeTestJournals();
});

test('what is brought in is on the disk, in every tab, and taken back it never was', async () => {
	const brought = file(30);
	const one = await withPages(brought);
	const two = await one.again();
	const before = await wholeOf(one.journal);
	const { plan, undo } = await one.journal.importer.apply(brought);
	expect(plan.outcomes.map(({ outcome }) => outcome)).toEqual([
		'newer',
		...Array<string>(29).fill('new')
	]);
	const again = await one.again();
	for (const { journal } of [one, again]) {
		expect(journal.damage).toEqual([]);
		expect(journal.entries).toHaveLength(31);
		expect(journal.customPrompts).toEqual(brought.prompts);
		expect(journal.library.all).toEqual(brought.library);
		expect(journal.settings).toMatchObject({
			minutes: 30,
			marked: ['s2-recent-1', 's1-recent-1']
		});
		const first = journal.find(brought.entries[0]?.id ?? '');
		expect(first?.entry).toMatchObject({ text: brought.entries[0]?.text, tags: ['mine'] });
		const versions = first && (await journal.versionsOf(first.entry));
		expect(versions?.map(({ text }) => text).toSorted()).toEqual(['before 0', 'brought 0']);
	}
	await expect.poll(() => two.journal.entries.length).toBe(31);

	expect(await again.journal.importer.undo(undo)).toBe(true);
	expect(await wholeOf(again.journal)).toEqual(before);
	expect(await wholeOf((await one.again()).journal)).toEqual(before);
	for (const { journal } of [one, two]) {
		await expect.poll(() => journal.entries.length).toBe(2);
		await expect.poll(() => journal.customPrompts.length).toBe(0);
	}
	const last = await one.again();
	expect(last.journal.damage).toEqual([]);
	expect(last.journal.settings.minutes).toBe(defaultSettings.minutes);
});

test('bringing in tells how far it is, and brings in nothing when it is stopped', async () => {
	const one = await openTestJournal();
	const brought = file(40);
	const rows = (): Promise<number> => one.raw((db) => db.table('r').count());
	const before = await rows();
	const stop = new AbortController();
	const stopped = one.journal.importer.apply(brought, {}, { signal: stop.signal });
	stop.abort();
	await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
	expect(await rows()).toBe(before);
	const parts: number[] = [];
	const { plan } = await one.journal.importer.apply(
		brought,
		{},
		{
			onProgress: (part) => parts.push(part)
		}
	);
	expect(parts.at(-1)).toBe(1);
	expect(one.journal.entries).toHaveLength(plan.added.length);
	expect((await one.again()).journal.entries).toHaveLength(plan.added.length);
});

test('what was taken back can be brought in again, and then shows in every tab', async () => {
	const brought = file(6);
	const one = await openTestJournal();
	const two = await one.again();
	const { undo } = await one.journal.importer.apply(brought);
	await expect.poll(() => two.journal.entries.length).toBe(6);
	await one.journal.importer.undo(undo);
	await expect.poll(() => two.journal.entries.length).toBe(0);
	await one.journal.importer.apply(brought);
	expect(one.journal.entries).toHaveLength(6);
	await expect.poll(() => two.journal.entries.length).toBe(6);
	expect((await wholeOf(two.journal)).entries).toEqual(brought.entries);
});

test('a page that was let go comes back with a backup when that is asked for, and stays', async () => {
	const one = await openTestJournal();
	const kept = page('let go of');
	await one.journal.save(kept, null);
	const whole = await wholeOf(one.journal);
	await one.journal.delete(kept.id);
	const after = await rows(one);
	await one.journal.importer.apply({ ...whole, settings: null });
	expect(await rows(one)).toEqual(after);
	// It is remembered in every tab, and when the journal is opened again.
	expect((await one.again()).journal.settings.gone).toEqual([kept.id]);
	await one.journal.importer.apply({ ...whole, settings: null }, { restoreDeleted: true });
	expect(one.journal.find(kept.id)?.entry).toEqual(kept);
	await one.journal.reload(kept.id);
	expect(one.journal.entries).toEqual([kept]);
});

test('what was brought in is not taken back once something of it was changed, and trying changes nothing', async () => {
	const brought = file(10);
	const one = await withPages(brought);
	const { undo } = await one.journal.importer.apply(brought);
	const two = await one.again();
	const stored = two.journal.find(brought.entries[4]?.id ?? '');
	if (!stored) throw new Error('not there');
	await two.journal.save({ ...stored.entry, text: 'written on' }, stored.rev);
	const before = await rows(one);
	expect(await one.journal.importer.undo(undo)).toBe(false);
	expect(await rows(one)).toEqual(before);
	expect(one.journal.find(stored.entry.id)?.entry.text).toBe('written on');
});

test('choices made since a file came in stay when it is taken back', async () => {
	const one = await withPages(file(2));
	const { undo } = await one.journal.importer.apply(file(2));
	const two = await one.again();
	await two.journal.changeSettings((now) => ({
		marked: [...now.marked, 'since'],
		askBefore: false
	}));
	expect(await one.journal.importer.undo(undo)).toBe(true);
	const { settings } = (await one.again()).journal;
	expect(settings).toMatchObject({
		...{ marked: ['s2-recent-1', 'since'], askBefore: false, minutes: defaultSettings.minutes }
	});
});

test('two tabs that bring in at once both get there, and nothing is there twice', async () => {
	const brought = file(20);
	const one = await openTestJournal();
	const two = await one.again();
	await Promise.all([one.journal.importer.apply(brought), two.journal.importer.apply(brought)]);
	const { journal } = await one.again();
	expect(journal.damage).toEqual([]);
	expect((await wholeOf(journal)).entries).toEqual(brought.entries);
});

/** Aborts every transaction at its n-th record, as a disk that is full does. */
function failAt(number: number): void {
	const counts = new WeakMap<IDBTransaction, number>();
	const put = IDBObjectStore.prototype.put;
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
		this: IDBObjectStore,
		...args: Parameters<IDBObjectStore['put']>
	) {
		const count = (counts.get(this.transaction) ?? 0) + 1;
		counts.set(this.transaction, count);
		const request = put.apply(this, args);
		if (count === number) this.transaction.abort();
		return request;
	});
}

/** Thirty pages and seven earlier texts; beside them stand a question, the choices, and the inventory. */
test.each(thorough ? [1, 2, 17, 36, 39, 50] : [1, 36, 50])(
	'a write that fails at record %i changes nothing, and can be tried again',
	async (number) => {
		const brought = file(30);
		const one = await withPages(brought);
		const [before, whole] = [await rows(one), await wholeOf(one.journal)];
		failAt(number);
		await expect(one.journal.importer.apply(brought)).rejects.toThrow();
		vi.restoreAllMocks();
		expect(await rows(one)).toEqual(before);
		expect(await wholeOf(one.journal)).toEqual(whole);
		expect(one.journal.entries).toHaveLength(2);
		const { undo } = await one.journal.importer.apply(brought);
		expect(one.journal.entries).toHaveLength(31);
		const [full, there] = [await rows(one), await wholeOf(one.journal)];
		failAt(1);
		await expect(one.journal.importer.undo(undo)).rejects.toThrow();
		vi.restoreAllMocks();
		expect(await rows(one)).toEqual(full);
		expect(await wholeOf(one.journal)).toEqual(there);
	}
);

test('a page that is missing comes back under its id, and one that does not open beside it', async () => {
	const one = await openTestJournal();
	const [missing, broken] = [page('missing'), page('broken')];
	await one.journal.save(missing, null);
	await one.journal.save(broken, null);
	const whole = await wholeOf(one.journal);
	await one.raw(async (db) => {
		await db.table('r').delete(missing.id);
		await db.table('r').update(broken.id, { n: new Uint8Array(12) });
	});
	const { journal } = await one.again();
	expect(journal.damage.map(({ code }) => code).toSorted()).toEqual(['missing', 'unreadable']);
	const { plan } = await journal.importer.apply({ ...whole, settings: null });
	const fates = new Map(plan.outcomes.map(({ entry, outcome }) => [entry.id, outcome]));
	expect(fates.get(missing.id)).toBe('new');
	expect(fates.get(broken.id)).toBe('copied');
	expect(journal.damage).toMatchObject([{ code: 'unreadable', id: broken.id }]);
	const again = await one.again();
	expect(again.journal.entries.map(({ text }) => text).toSorted()).toEqual(['broken', 'missing']);
	expect(again.journal.damage).toMatchObject([{ code: 'unreadable', id: broken.id }]);
	const second = await again.journal.importer.apply({ ...whole, settings: null });
	expect(second.plan.added).toEqual([]);
});

test('everything is read from the disk, and an earlier text that does not open is not named', async () => {
	const one = await openTestJournal();
	const brought = file(12);
	await one.journal.importer.apply(brought);
	await one.journal.annotateAll([brought.entries[3]?.id ?? ''], () => ({
		hidden: true,
		binned: momentAt(Date.now())
	}));
	const parts: number[] = [];
	const { snapshot: whole, damage } = await one.journal.readSnapshot((part) => parts.push(part));
	expect(damage).toEqual([]);
	expect(whole.entries).toHaveLength(12);
	expect(whole.entries[3]).toMatchObject({ hidden: true });
	expect(whole.entries[3]?.binned).not.toBeNull();
	expect(whole.versions).toEqual(brought.versions);
	expect(whole.prompts).toEqual(brought.prompts);
	expect(whole.library).toEqual(brought.library);
	expect(whole.settings).toMatchObject({ minutes: 30 });
	expect(parts.at(-1)).toBe(1);
	const lost = brought.versions[0];
	await one.raw((db) => db.table('r').update(lost?.id ?? '', { n: new Uint8Array(12) }));
	const damaged = await one.journal.readSnapshot();
	expect(damaged.damage).toMatchObject([{ id: lost?.id, code: 'unreadable' }]);
	expect(damaged.snapshot.entries[0]?.versions).toEqual([]);
	expect(damaged.snapshot.versions).toHaveLength(brought.versions.length - 1);
});

test(
	`${PAGES} pages come in, and go again, in one transaction each`,
	{ timeout: 60_000 },
	async () => {
		const brought = file(PAGES);
		const one = await withPages(brought);
		const before = await wholeOf(one.journal);
		const { plan, undo } = await one.journal.importer.apply(brought);
		expect(plan.added).toHaveLength(PAGES - 1);
		expect(one.journal.entries).toHaveLength(PAGES + 1);
		expect(await one.journal.importer.undo(undo)).toBe(true);
		const { journal } = await one.again();
		expect(journal.damage).toEqual([]);
		expect(await wholeOf(journal)).toEqual(before);
	}
);

test('what cannot be planned for lack of pages is not brought in', async () => {
	const one = await openTestJournal();
	const { journal } = one;
	const entry = page('here');
	await one.records.update(() => ({ write: [encodeEntry(entry, null)] }));
	vi.spyOn(one.storage, 'readRange').mockRejectedValue(new Error('the disk is away'));
	await journal.loadRest();
	await expect(journal.importer.plan(file(1))).rejects.toMatchObject({ code: 'incomplete' });
});
