import { newEntry, type Entry } from '$lib/model/entry';
import type { WorkOptions } from '$lib/records/record-store';
import { rekeyJournal, type UnlockedJournal } from '$lib/session/key-slots';
import { unlockWith } from '$lib/session/unlock-journal';
import { RecordDatabase, type RecordRow } from '$lib/storage/storage';
import type { KeySlot, Secret } from '$lib/vault/vault';
import { expect, test, vi } from 'vitest';
import { openTestJournal, type TestJournal } from './open-test-journal';

/* Moving a journal that opened by itself to a secret: wholly old or wholly new. */

const secret: Extract<Secret, { kind: 'passkey' }> = {
	kind: 'passkey',
	output: new Uint8Array(32).fill(7)
};

function entry(text: string): Entry {
	return { ...newEntry({ companion: 'walking-away' }), text };
}

async function withEntries(number: number): Promise<TestJournal> {
	const one = await openTestJournal();
	await Promise.all(
		Array.from({ length: number }, (_, index) => one.journal.save(entry(`page ${index}`), null))
	);
	return one;
}

async function change(one: TestJournal, followed?: WorkOptions): Promise<void> {
	const fresh = (): RecordDatabase => new RecordDatabase(one.name);
	await rekeyJournal(one, [{ secret, label: 'a way' }], () => true, fresh, followed);
}

async function openAnew(name: string): Promise<UnlockedJournal | null> {
	const storage = new RecordDatabase(name);
	const found = await storage.readHeader();
	if (!found) throw new Error('no journal');
	const slots = (found.slots as KeySlot[]).filter(({ epoch }) => epoch === found.header.epoch);
	const open = await unlockWith(storage, found.header, slots, secret);
	await open?.journal.loaded;
	return open;
}

test('seals every record anew, and leaves nothing of the old key', async () => {
	const one = await withEntries(30);
	const before = await one.raw((db) => db.table<RecordRow>('r').toArray());
	await change(one);
	const after = await one.raw((db) => db.table<RecordRow>('r').toArray());
	expect(after.every(({ ep }) => ep === 2)).toBe(true);
	const old = new Set(before.map(({ c }) => c.join()));
	expect(after.some(({ c }) => old.has(c.join()))).toBe(false);
	expect(await one.raw((db) => db.table('keys').count())).toBe(0);
	expect(await one.raw((db) => db.table('slots').toCollection().keys())).toHaveLength(1);

	const open = await openAnew(one.name);
	expect(open?.journal.entries).toHaveLength(30);
	expect(open?.journal.damage).toEqual([]);
	expect(open?.journal.slots.map(({ kind, label }) => [kind, label])).toEqual([
		['passkey', 'a way']
	]);
});

test('goes on with the new key in the tab that changed it', async () => {
	const one = await withEntries(3);
	await change(one);
	await one.journal.save(entry('after the change'), null);
	const open = await openAnew(one.name);
	expect(open?.journal.entries).toHaveLength(4);
	expect(open?.journal.damage).toEqual([]);
});

test('refuses the writing of a tab that holds the old key, and keeps its text there', async () => {
	const one = await withEntries(3);
	const two = await one.again();
	await change(one);
	await expect(two.journal.save(entry('too late'), null)).rejects.toMatchObject({
		code: 'other-key'
	});
	expect((await openAnew(one.name))?.journal.entries).toHaveLength(3);
});

test('takes in what another tab writes while it is at work', async () => {
	const one = await withEntries(40);
	const two = await one.again();
	const changing = change(one);
	const writing = Promise.allSettled(
		Array.from({ length: 10 }, (_, index) => two.journal.save(entry(`two ${index}`), null))
	);
	await changing;
	const kept = (await writing).filter(({ status }) => status === 'fulfilled').length;
	const open = await openAnew(one.name);
	expect(open?.journal.entries).toHaveLength(40 + kept);
	expect(open?.journal.damage).toEqual([]);
});

test('leaves a record that does not open as it is, and it stays named', async () => {
	const one = await withEntries(3);
	const id = one.journal.entries[0]?.id ?? '';
	await one.raw(async (db) => {
		const row = (await db.table<RecordRow>('r').get(id)) as RecordRow;
		row.c[9] = (row.c[9] ?? 0) ^ 1;
		await db.table('r').put(row);
	});
	const again = await one.again();
	await change(again);
	const open = await openAnew(one.name);
	expect(open?.journal.entries).toHaveLength(2);
	expect(open?.journal.damage.map(({ code }) => code)).toEqual(['unreadable']);
});

test('changes nothing when it fails in the last moment', async () => {
	const one = await withEntries(5);
	const before = await one.raw((db) => db.table<RecordRow>('r').toArray());
	const original = IDBObjectStore.prototype.clear;
	IDBObjectStore.prototype.clear = function () {
		this.transaction.abort();
		return original.call(this);
	};
	try {
		await expect(change(one)).rejects.toThrow();
	} finally {
		IDBObjectStore.prototype.clear = original;
	}
	expect(await one.raw((db) => db.table<RecordRow>('r').toArray())).toEqual(before);
	expect((await one.again()).journal.entries).toHaveLength(5);
});

test('tells how far it is, up to the whole', async () => {
	const one = await withEntries(30);
	const parts: number[] = [];
	await change(one, { onProgress: (part) => parts.push(part) });
	expect([parts[0], parts.at(-1)]).toEqual([0, 1]);
	expect(parts).toEqual([...parts].sort((a, b) => a - b));
});

test.each([0, 0.5])('stopped at %d, it leaves everything as it was', async (at) => {
	const one = await withEntries(5);
	const before = await one.raw((db) => db.table<RecordRow>('r').toArray());
	const stop = new AbortController();
	const stopped = change(one, {
		signal: stop.signal,
		onProgress: (part) => {
			if (part === at) stop.abort();
		}
	});
	await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
	expect(await one.raw((db) => db.table<RecordRow>('r').toArray())).toEqual(before);
	expect(await one.raw((db) => db.table('slots').count())).toBe(1);
	expect(await openAnew(one.name)).toBeNull();
	await one.journal.save(entry('and it goes on'), null);
	const two = await one.again();
	expect(two.journal.entries).toHaveLength(6);
	expect(two.journal.damage).toEqual([]);
});

test('stopped when all is sealed already, it ends as if it was not', async () => {
	const one = await withEntries(5);
	const stop = new AbortController();
	await change(one, {
		signal: stop.signal,
		onProgress: (part) => {
			if (part === 1) stop.abort();
		}
	});
	expect((await openAnew(one.name))?.journal.entries).toHaveLength(5);
});

test.each([
	['', undefined],
	[', and keeps its reason where that fails', new Error('the disk is away')]
])('stopped on its second try, it removes the new slots%s', async (_, failure) => {
	const one = await withEntries(5);
	const stop = new AbortController();
	vi.spyOn(one.storage, 'rekey').mockImplementationOnce(() => {
		stop.abort();
		return Promise.resolve(false);
	});
	if (failure) vi.spyOn(one.storage, 'removeSlots').mockRejectedValueOnce(failure);
	await expect(change(one, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
	expect(await one.raw((db) => db.table('slots').count())).toBe(failure ? 2 : 1);
	expect((await one.again()).journal.entries).toHaveLength(5);
});
