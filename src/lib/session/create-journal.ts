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
import { findJournal, freshStorage, openRecords } from './open-journal';
import { inspectSlots } from './inspect-slots';

/** Creates a journal that opens by itself in this browser. Returns the one of another tab that was first. */
export async function createOnDevice(onOtherVersion: () => void): Promise<UnlockedJournal> {
	const storage = freshStorage();
	storage.onOtherVersion = onOtherVersion;
	const vault = await Vault.create();
	try {
		return await storeOnDevice(vault, storage, onOtherVersion);
	} catch (error) {
		vault.close();
		storage.close();
		throw error;
	}
}

async function storeOnDevice(
	vault: Vault,
	storage: RecordDatabase,
	onOtherVersion: () => void
): Promise<UnlockedJournal> {
	const root = await RecordStore.newRoot(vault);
	const header = { vaultId: vault.id, epoch: vault.epoch, root: root.id };
	for (const asBytes of [false, true]) {
		const name = { label: '', made: momentAt(Date.now()) };
		const { slot, key } = await vault.makeDeviceSlot(asBytes, name);
		const beginning = { header, slots: [slot], keys: [{ id: slot.id, key }], root };
		try {
			if (!(await storage.create(beginning))) {
				storage.close();
				return await joinExisting(vault, onOtherVersion);
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
	added: readonly NewSlot[],
	onOtherVersion: () => void
): Promise<UnlockedJournal> {
	const storage = freshStorage();
	storage.onOtherVersion = onOtherVersion;
	const vault = await Vault.create();
	try {
		return await storeWithSecrets(vault, storage, added);
	} catch (error) {
		vault.close();
		storage.close();
		throw error;
	}
}

async function storeWithSecrets(
	vault: Vault,
	storage: RecordDatabase,
	added: readonly NewSlot[]
): Promise<UnlockedJournal> {
	const made = await Promise.all(added.map((one) => makeSlot(vault, one)));
	const slots = made.map(({ slot }) => slot);
	const notes = made.map(({ note }) => note);
	// With the list in it from the first transaction on, there is no moment in which it could be missing.
	const { root, rows } = await encryptInitialRecords(vault, [encodeSlots(randomId(), notes, null)]);
	const header = { vaultId: vault.id, epoch: vault.epoch, root: root.id };
	if (!(await storage.create({ header, slots, keys: [], root, rows }))) {
		throw new SessionError('busy', 'another tab has begun a journal');
	}
	try {
		const tried = made.map(({ slot }, at) => ({ slot, secret: (added[at] as NewSlot).secret }));
		await verifySlots(vault, tried, freshStorage);
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
	locked: boolean
): Promise<UnlockedJournal> {
	const journal = await openRecords(storage, vault, root);
	journalMarker.set(locked);
	const slots = await inspectSlots({ journal, vault, storage });
	return { journal, vault, storage, slots, unlockedUnexpectedly: false };
}

/** Opens the journal that another tab has created in the same moment. */
async function joinExisting(vault: Vault, onOtherVersion: () => void): Promise<UnlockedJournal> {
	vault.close();
	const other = await findJournal(onOtherVersion);
	if (other && !('locked' in other)) return other;
	other?.close();
	throw new SessionError('busy', 'another tab was first');
}

/** Reads the slot back through a connection of its own: some browsers store a key and return nothing. */
async function verifyReopens(vault: Vault, slotId: string): Promise<boolean> {
	const fresh = freshStorage();
	try {
		const found = await fresh.readHeader();
		const slot = found?.slots.find(({ id }) => id === slotId) as KeySlot | undefined;
		const key = found?.keys.find(({ id }) => id === slotId)?.key;
		return Boolean(slot && key && (await vault.opensWith(slot, { kind: 'device', key })));
	} finally {
		fresh.close();
	}
}
