import { encryptInitialRecords } from '$lib/records/initial-records';
import { momentAt } from '$lib/model/moment';
import { encodeSlots } from '$lib/records/codec';
import { RecordStore } from '$lib/records/record-store';
import { StorageError, type RecordDatabase } from '$lib/storage/storage';
import { randomId } from '$lib/id/random-id';
import { Vault, type KeySlot } from '$lib/vault/vault';
import { SessionError } from './failure';
import { journalMarker } from './journal-marker';
import { verifySlots, makeSlot, type NewSlot, type UnlockedJournal } from './key-slots';
import { findJournal, newRecordDatabase, loadJournal } from './unlock-journal';
import { inspectSlots } from './verify-slots';

/** Creates a journal that opens by itself in this browser. Returns the one of another tab that was first. */
export async function createOnDevice(onVersionChange: () => void): Promise<UnlockedJournal> {
	const storage = newRecordDatabase();
	storage.onVersionChange = onVersionChange;
	const vault = await Vault.create();
	try {
		return await storeOnDevice(vault, storage, onVersionChange);
	} catch (error) {
		vault.close();
		storage.close();
		throw error;
	}
}

async function storeOnDevice(
	vault: Vault,
	storage: RecordDatabase,
	onVersionChange: () => void
): Promise<UnlockedJournal> {
	const root = await RecordStore.newRoot(vault);
	const header = { vaultId: vault.id, epoch: vault.epoch, root: root.id };
	for (const asBytes of [false, true]) {
		const slotName = { label: '', made: momentAt(Date.now()) };
		const { slot, key } = await vault.makeDeviceSlot(asBytes, slotName);
		const newJournal = { header, slots: [slot], keys: [{ id: slot.id, key }], root };
		try {
			if (!(await storage.create(newJournal))) {
				storage.close();
				return await joinExisting(vault, onVersionChange);
			}
		} catch (error) {
			// Some WebKit builds store no CryptoKey (DataCloneError); its bytes are as readable on the disk.
			if (!asBytes && error instanceof StorageError && error.code === 'not-storable') continue;
			throw error;
		}
		if (await verifyReopens(vault, slot.id)) return openCreated(storage, vault, root.id, false);
		await storage.undoCreate(vault.id);
	}
	throw new SessionError('no-key', 'this browser keeps no key');
}

/** Creates a journal that only these secrets open; no device slot is ever made for it. */
export async function createWithSecrets(
	newSlots: readonly NewSlot[],
	onVersionChange: () => void
): Promise<UnlockedJournal> {
	const storage = newRecordDatabase();
	storage.onVersionChange = onVersionChange;
	const vault = await Vault.create();
	try {
		return await storeWithSecrets(vault, storage, newSlots);
	} catch (error) {
		vault.close();
		storage.close();
		throw error;
	}
}

async function storeWithSecrets(
	vault: Vault,
	storage: RecordDatabase,
	newSlots: readonly NewSlot[]
): Promise<UnlockedJournal> {
	const created = await Promise.all(newSlots.map((newSlot) => makeSlot(vault, newSlot)));
	const slots = created.map(({ slot }) => slot);
	const infos = created.map(({ info }) => info);
	// With the list in it from the first transaction on, there is no moment in which it could be missing.
	const { root, rows } = await encryptInitialRecords(vault, [encodeSlots(randomId(), infos, null)]);
	const header = { vaultId: vault.id, epoch: vault.epoch, root: root.id };
	if (!(await storage.create({ header, slots, keys: [], root, rows }))) {
		throw new SessionError('busy', 'another tab has begun a journal');
	}
	try {
		const attempts = created.map(({ slot }, index) => ({
			slot,
			secret: (newSlots[index] as NewSlot).secret
		}));
		await verifySlots(vault, attempts, newRecordDatabase);
	} catch (error) {
		await storage.undoCreate(vault.id, 1 + rows.length);
		throw error;
	}
	return openCreated(storage, vault, root.id, true);
}

/** Opens a journal that was just created, whose slots were just tried. */
async function openCreated(
	storage: RecordDatabase,
	vault: Vault,
	root: string,
	needsSecret: boolean
): Promise<UnlockedJournal> {
	const journal = await loadJournal(storage, vault, root);
	journalMarker.set(needsSecret);
	const slotReport = await inspectSlots({ journal, vault, storage });
	return { journal, vault, storage, slotReport, unlockedUnexpectedly: false };
}

/** Opens the journal that another tab has created in the same moment. */
async function joinExisting(vault: Vault, onVersionChange: () => void): Promise<UnlockedJournal> {
	vault.close();
	const other = await findJournal(onVersionChange);
	if (other && !('isLocked' in other)) return other;
	other?.close();
	throw new SessionError('busy', 'another tab was first');
}

/** Reads the slot back through a connection of its own: some browsers store a key and return nothing. */
async function verifyReopens(vault: Vault, slotId: string): Promise<boolean> {
	const database = newRecordDatabase();
	try {
		const stored = await database.readHeader();
		const slot = stored?.slots.find(({ id }) => id === slotId) as KeySlot | undefined;
		const key = stored?.keys.find(({ id }) => id === slotId)?.key;
		return Boolean(slot && key && (await vault.canUnlock(slot, { kind: 'device', key })));
	} finally {
		database.close();
	}
}
