import { newEntry, type Entry } from '$lib/model/entry';
import { Draft } from '$lib/draft/draft.svelte';
import { momentAt } from '$lib/model/moment';
import { randomId } from '$lib/id/random-id';
import { expect, test } from 'vitest';
import { openTestJournal, type TestJournal } from './open-test-journal';

/* Letting go of one page: its record and its earlier texts leave the disk, and nothing is missed. */

function entry(text: string): Entry {
	return { ...newEntry({ companion: 'walking-away' }), text };
}

const records = (one: TestJournal): Promise<number> => one.raw((db) => db.table('r').count());

/** A journal with a page that has an earlier text, and another page. */
async function withTwo(): Promise<{ one: TestJournal; going: Entry; staying: Entry }> {
	const one = await openTestJournal();
	const staying = entry('stays');
	await one.journal.save(staying, null);
	const first = entry('goes');
	const stored = await one.journal.save(first, null);
	const version = {
		id: randomId(),
		entry: first.id,
		text: 'an earlier text',
		kept: momentAt(Date.now())
	};
	const going = { ...first, text: 'goes, changed', versions: [version.id] };
	await one.journal.save(going, stored?.rev ?? null, [version]);
	return { one, going, staying };
}

test('the record and the earlier texts of a page that is let go leave the disk, and no damage is seen', async () => {
	const { one, going, staying } = await withTwo();
	await one.journal.changeSettings({ minutes: 20 });
	const before = await records(one);
	await one.journal.delete(going.id);
	expect(one.journal.find(going.id)).toBeNull();
	expect(await records(one)).toBe(before - 2);
	const again = await one.again();
	expect(again.journal.entries.map(({ id }) => id)).toEqual([staying.id]);
	expect(again.journal.damage).toEqual([]);
});

test('a page that is not there any more is let go of in peace', async () => {
	const { one, going } = await withTwo();
	const two = await one.again();
	await one.journal.delete(going.id);
	await two.journal.delete(going.id);
	expect((await one.again()).journal.damage).toEqual([]);
});

test('a page that another tab has changed meanwhile is let go as it is now', async () => {
	const { one, going } = await withTwo();
	const two = await one.again();
	const there = two.journal.find(going.id);
	await two.journal.save({ ...going, text: 'changed there' }, there?.rev ?? null);
	await one.journal.delete(going.id);
	const again = await one.again();
	expect(again.journal.entries).toHaveLength(1);
	expect(again.journal.damage).toEqual([]);
});

test('another tab sees that a page was let go', async () => {
	const { one, going } = await withTwo();
	const two = await one.again();
	expect(two.journal.find(going.id)).not.toBeNull();
	await one.journal.delete(going.id);
	await expect.poll(() => two.journal.find(going.id)).toBeNull();
});

test('words typed in another tab after their page went wait for a word of their writer', async () => {
	const { one, going } = await withTwo();
	const two = await one.again();
	const there = two.journal.find(going.id);
	const draft = new Draft(() => Promise.resolve(two.journal), going, there?.rev ?? null);
	draft.sync(there);
	await one.journal.delete(going.id);
	draft.setText('typed too late to be let go');
	await draft.flush();
	expect(draft.status).toBe('not-saved');
	expect(draft.isDeleted).toBe(true);
	expect((await one.again()).journal.entries).toHaveLength(1);
	// It is kept as a page of its own when that is asked for.
	await draft.saveAsNew();
	expect(draft.status).toBe('saved');
	expect(draft.isDeleted).toBe(false);
	const again = await one.again();
	const kept = again.journal.entries.find(({ text }) => text === 'typed too late to be let go');
	expect(kept).toMatchObject({ copyOf: null, versions: [] });
	expect(kept?.id).not.toBe(going.id);
	expect(again.journal.damage).toEqual([]);
});

test('a page that another tab let go of is known without a key pressed', async () => {
	const { one, going } = await withTwo();
	const two = await one.again();
	const there = two.journal.find(going.id);
	const draft = new Draft(() => Promise.resolve(two.journal), going, there?.rev ?? null);
	draft.sync(there);
	await one.journal.delete(going.id);
	await expect.poll(() => two.journal.find(going.id)).toBeNull();
	draft.sync(null);
	expect(draft.isDeleted).toBe(true);
});

test('what is said of a page while it is let go does not bring it back', async () => {
	const { one, going } = await withTwo();
	const stored = one.journal.find(going.id);
	const draft = new Draft(() => Promise.resolve(one.journal), going, stored?.rev ?? null);
	await draft.pause();
	const letting = one.journal.delete(going.id);
	draft.annotate({ words: ['torn'] });
	await draft.flush();
	await letting;
	draft.discard();
	await draft.flush();
	expect((await one.again()).journal.entries.map(({ text }) => text)).toEqual(['stays']);
});

test('a removed row that comes back from an old copy is named', async () => {
	const { one, going } = await withTwo();
	const row: unknown = await one.raw((db) => db.table('r').get(going.id));
	await one.journal.delete(going.id);
	await one.raw((db) => db.table('r').put(row));
	const again = await one.again();
	expect(again.journal.damage).toEqual([{ id: going.id, code: 'unexpected', label: '' }]);
});

test('a page that cannot be removed stays, and says so', async () => {
	const { one, going } = await withTwo();
	one.storage.dispose();
	await expect(one.journal.delete(going.id)).rejects.toMatchObject({ code: 'gone' });
	expect(one.journal.find(going.id)?.entry.text).toBe('goes, changed');
});
