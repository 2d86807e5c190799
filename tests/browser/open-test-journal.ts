import { readSnapshot } from '$lib/journal/read-snapshot';
import { Journal } from '$lib/journal/journal.svelte';
import { RecordStore } from '$lib/records/record-store';
import type { JournalSnapshot } from '$lib/model/snapshot';
import { RecordDatabase } from '$lib/storage/storage';
import { Vault, type DeviceKey, type KeySlot } from '$lib/vault/vault';
import { Dexie } from 'dexie';

let count = 0;
const open = new Set<Journal>();

/** Closes every journal that was opened here: one that stays open goes on following the others. */
export function closeTestJournals(): void {
	for (const journal of open) journal.dispose();
	open.clear();
}

/** A journal of its own for one test, as the app makes it; `again` opens it as a second tab would. */
export interface TestJournal {
	name: string;
	vault: Vault;
	storage: RecordDatabase;
	records: RecordStore;
	journal: Journal;
	again(): Promise<TestJournal>;
	/** The database itself, to look at and to damage. */
	raw<T>(work: (db: Dexie) => Promise<T>): Promise<T>;
}

/** The records of a test's journal through a connection of its own, as another tab has them. */
export async function connectAnew({
	name,
	vault
}: TestJournal): Promise<{ records: RecordStore; storage: RecordDatabase }> {
	const storage = new RecordDatabase(name);
	const found = await storage.readHeader();
	if (!found) throw new Error('no journal');
	return { records: new RecordStore(vault, storage, found.header.root), storage };
}

/** All that a test's journal has on the disk, read through a connection of its own. Throws what is damaged. */
export async function wholeOnDisk(made: TestJournal): Promise<JournalSnapshot> {
	const { records, storage } = await connectAnew(made);
	const { snapshot: whole, damage } = await readSnapshot(records);
	storage.close();
	if (damage.length > 0) throw new Error(`damaged: ${JSON.stringify(damage)}`);
	return whole;
}

/** Makes a journal in a database of its own. */
export async function openTestJournal(): Promise<TestJournal> {
	const name = `test-${Date.now()}-${(count += 1)}`;
	const storage = new RecordDatabase(name);
	const vault = await Vault.create();
	const { slot, key } = await vault.makeDeviceSlot();
	const root = await RecordStore.newRoot(vault);
	const header = { vaultId: vault.id, epoch: vault.epoch, root: root.id };
	await storage.create({ header, slots: [slot], keys: [{ id: slot.id, key }], root });
	return around(name, vault, storage);
}

async function around(name: string, vault: Vault, storage: RecordDatabase): Promise<TestJournal> {
	const found = await storage.readHeader();
	if (!found) throw new Error('no journal');
	const records = new RecordStore(vault, storage, found.header.root);
	const journal = await Journal.load(records);
	open.add(journal);
	await journal.loaded;
	return {
		name,
		vault,
		storage,
		records,
		journal,
		async again() {
			const second = new RecordDatabase(name);
			const header = await second.readHeader();
			const slots = (header?.slots ?? []) as KeySlot[];
			const slot = slots.find(({ kind }) => kind === 'device') as KeySlot;
			const key = header?.keys[0]?.key as DeviceKey;
			const opened = await Vault.unlock(vault.id, slot, { kind: 'device', key });
			if (!opened) throw new Error('the slot does not open');
			return around(name, opened, second);
		},
		async raw(work) {
			const db = new Dexie(name, { cache: 'disabled' });
			await db.open();
			try {
				return await work(db);
			} finally {
				db.close();
			}
		}
	};
}
