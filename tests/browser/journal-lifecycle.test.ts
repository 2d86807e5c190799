import { RecordStore } from '$lib/records/record-store';
import { makeSlot } from '$lib/session/key-slots';
import { JournalLifecycle } from '$lib/session/journal-lifecycle.svelte';
import { newEntry } from '$lib/model/entry';
import { createOnDevice } from '$lib/session/create-journal';
import { findJournal, unlockWith, type LockedJournal } from '$lib/session/unlock-journal';
import { DATABASE_NAME } from '$lib/session/database-name';
import { deleteDatabases, RecordDatabase } from '$lib/storage/storage';
import { Vault, type KeySlot, type Secret } from '$lib/vault/vault';
import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { openTestJournal, type TestJournal } from './open-test-journal';

/* Opening by what is there: one slot that is damaged hides no other, and what fails leaves nothing open. */

const secret: Extract<Secret, { kind: 'passkey' }> = {
	kind: 'passkey',
	output: new Uint8Array(32).fill(7)
};
const nothing = (): void => undefined;

afterEach(async () => {
	vi.restoreAllMocks();
	await deleteDatabases(DATABASE_NAME);
	localStorage.clear();
});

/** A journal with a passkey's slot, and the slot once more under another id with a setting that is none. */
async function withDamagedSlot(): Promise<{ one: TestJournal; good: KeySlot; damaged: KeySlot }> {
	const one = await openTestJournal();
	const { slot, info } = await makeSlot(one.vault, { secret, label: 'a way' });
	await one.storage.putSlots([slot]);
	await one.journal.changeSlotInfos(() => [info]);
	const damaged: KeySlot = { ...slot, id: 'f'.repeat(32), kdf: { name: 'none' } };
	return { one, good: slot, damaged };
}

async function openedBy(one: TestJournal, slots: KeySlot[]): Promise<boolean> {
	const storage = new RecordDatabase(one.name);
	const found = await storage.readHeader();
	if (!found) throw new Error('no journal');
	const open = await unlockWith(storage, found.header, slots, secret);
	open?.journal.dispose();
	storage.close();
	return open !== null;
}

test('a damaged slot before a good one does not keep it from opening', async () => {
	const { one, good, damaged } = await withDamagedSlot();
	expect(await openedBy(one, [damaged, good])).toBe(true);
	expect(await openedBy(one, [good, damaged])).toBe(true);
});

test('where no slot opens, a damaged one is named', async () => {
	const { one, damaged } = await withDamagedSlot();
	await expect(openedBy(one, [damaged])).rejects.toMatchObject({ code: 'damaged-slot' });
});

test('a damaged slot of this browser does not hide the ways that a person has', async () => {
	const { vault, storage, journal } = await createOnDevice(nothing);
	const { slot, info } = await makeSlot(vault, { secret, label: 'a way' });
	await storage.putSlots([slot]);
	await journal.changeSlotInfos(() => [info]);
	journal.dispose();
	await inDatabase(async (db) => {
		const device = (await db.table<KeySlot>('slots').toArray()).find(
			({ kind }) => kind === 'device'
		);
		await db.table('slots').put({ ...device, v: 9 });
	});
	const found = (await findJournal(nothing)) as LockedJournal;
	expect(found.unlockKinds).toEqual(['passkey']);
	const open = await found.unlock(secret);
	expect(open?.journal.slots).toHaveLength(1);
	open?.journal.dispose();
});

test('a journal that nothing opens leaves no connection behind', async () => {
	const { journal } = await createOnDevice(nothing);
	journal.dispose();
	await inDatabase((db) => db.table('slots').clear());
	const closed = vi.spyOn(RecordDatabase.prototype, 'close');
	await expect(findJournal(nothing)).rejects.toMatchObject({ code: 'no-key' });
	expect(closed).toHaveBeenCalledOnce();
});

test('a journal whose opening fails listens to no other tab, and leaves no connection behind', async () => {
	const { journal } = await createOnDevice(nothing);
	journal.dispose();
	const heard = vi.spyOn(BroadcastChannel.prototype, 'close');
	const closed = vi.spyOn(RecordDatabase.prototype, 'close');
	const ended = vi.spyOn(Vault.prototype, 'close');
	vi.spyOn(RecordStore.prototype, 'readManifest').mockRejectedValue(new Error('the disk is away'));
	await expect(findJournal(nothing)).rejects.toThrow('the disk is away');
	expect(heard).toHaveBeenCalledOnce();
	expect(closed).toHaveBeenCalledOnce();
	expect(ended).toHaveBeenCalledOnce();
});

test('closing drops the words with the key, and ends what holds them elsewhere', async () => {
	const own = new JournalLifecycle(nothing);
	own.setStorageMode('device');
	await own.open(true);
	const journal = await own.getOrCreate();
	await journal.save({ ...newEntry({ companion: 'walking-away' }), text: 'my words' }, null);
	const { vault, storage } = own.parts;
	own.lock();
	expect(own.journal).toBeNull();
	expect(journal.entries).toEqual([]);
	expect(journal.closedSignal.aborted).toBe(true);
	expect(vault.isClosed).toBe(true);
	await expect(storage.readHeader()).rejects.toMatchObject({ code: 'gone' });
});

async function inDatabase(work: (db: Dexie) => Promise<void>): Promise<void> {
	const db = await new Dexie(DATABASE_NAME, { cache: 'disabled' }).open();
	try {
		await work(db);
	} finally {
		db.close();
	}
}
