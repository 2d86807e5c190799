import { Journal } from '$lib/journal/journal.svelte';
import { JournalError } from '$lib/journal/journal-error';
import { SealedRecords } from '$lib/journal/sealed-records';
import { FORMAT, Storage, StorageError, type Header } from '$lib/storage/storage';
import { Vault, type DeviceKey, type KeySlot } from '$lib/vault/vault';
import { DATABASE } from './database-name';
import { SessionError } from './failure';
import { journalMark } from './journal-mark';

/**
 * Opens the journal of this browser; with `or-new`, makes one where there is none. Null where there is
 * none and none was asked for. Throws a typed error when it is there and cannot be opened, and when it
 * cannot be kept.
 */
export async function openJournal(
	which: 'existing' | 'or-new',
	onOtherVersion: () => void = () => undefined
): Promise<Journal | null> {
	const storage = new Storage(DATABASE);
	storage.onOtherVersion = onOtherVersion;
	const found = await storage.readHeader();
	if (!found && which === 'existing') return null;
	const { vault, root } = found ? await openVault(found) : await begin(storage);
	journalMark.set();
	return Journal.open(new SealedRecords(vault, storage, root));
}

interface Found {
	header: Header;
	slots: { id: string }[];
	keys: { id: string; key: DeviceKey }[];
}

async function openVault({ header, slots, keys }: Found): Promise<{ vault: Vault; root: string }> {
	if (header.format > FORMAT) {
		throw new StorageError('newer-format', `the data is of format ${header.format}`);
	}
	for (const slot of slots as KeySlot[]) {
		const key = keys.find(({ id }) => id === slot.id)?.key;
		const vault = key && (await Vault.open(header.vaultId, slot, key));
		if (vault) return { vault, root: header.root };
	}
	throw new SessionError('no-key', 'no slot opens the vault');
}

/** Makes a vault with a device slot, and keeps both; it counts once the slot has opened it again. */
async function begin(storage: Storage): Promise<{ vault: Vault; root: string }> {
	const vault = await Vault.create();
	const root = await SealedRecords.newRoot(vault);
	const header = { vaultId: vault.id, epoch: vault.epoch, root: root.id };
	for (const asBytes of [false, true]) {
		const { slot, key } = await vault.makeDeviceSlot(asBytes);
		const beginning = { header, slot, key: { id: slot.id, key }, root };
		try {
			if (!(await storage.begin(beginning))) return await joinOther(storage, vault);
		} catch (error) {
			// Some WebKit builds store no CryptoKey (DataCloneError); its bytes are as readable on the disk.
			if (!asBytes && error instanceof StorageError && error.code === 'unknown') continue;
			throw error;
		}
		if (await opensAgain(vault, slot.id)) return { vault, root: root.id };
		await storage.undoBegin(vault.id);
	}
	throw new SessionError('no-key', 'this browser keeps no key');
}

/** Another tab has begun a journal in the same moment: open that one. */
async function joinOther(storage: Storage, vault: Vault): Promise<{ vault: Vault; root: string }> {
	vault.close();
	const found = await storage.readHeader();
	if (!found) throw new JournalError('gone', 'the other journal is gone again');
	return openVault(found);
}

/** Reads the slot back through a connection of its own: some browsers store a key and return nothing. */
async function opensAgain(vault: Vault, slotId: string): Promise<boolean> {
	const fresh = new Storage(DATABASE);
	try {
		const found = await fresh.readHeader();
		const slot = found?.slots.find(({ id }) => id === slotId) as KeySlot | undefined;
		const key = found?.keys.find(({ id }) => id === slotId)?.key;
		return slot !== undefined && key !== undefined && (await vault.opensWith(slot, key));
	} finally {
		fresh.close();
	}
}
