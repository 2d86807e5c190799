import { Journal } from '$lib/journal/journal.svelte';
import { SealedRecords } from '$lib/journal/sealed-records';
import type { SlotNote } from '$lib/journal/slot-note';
import { FORMAT, Storage, StorageError, type Header } from '$lib/storage/storage';
import { momentAt } from '$lib/journal/moment';
import { firstRecords } from '$lib/journal/first-records';
import { slotsRecord } from '$lib/journal/record-kinds';
import {
	randomId,
	Vault,
	type DeviceKey,
	type KeySlot,
	type Secret,
	type SlotKind
} from '$lib/vault/vault';
import { DATABASE } from './database-name';
import { failureFrom, SessionError, type FailureCode } from './failure';
import { journalMark } from './journal-mark';
import { checkReadBack, makeSlot, type NewSlot, type Open } from './key-slots';
import {
	isListLost,
	lookAtSlots,
	noteOf,
	ofEpoch,
	upgradeSlots,
	type FoundSlots,
	type Parts
} from './own-slots';

/** A journal that is there and waits for a secret. */
export interface Locked {
	locked: true;
	/** The kinds of slot that a person can open it by. */
	ways: SlotKind[];
	/** The passkeys that may be asked for. */
	credentials: Uint8Array<ArrayBuffer>[];
	/** Opens it; null if the secret opens no slot. */
	unlock(secret: Secret): Promise<Open | null>;
	/** Lets go of the database; it is opened again when it is needed. */
	close(): void;
}

/** What keeps one slot from being tried, and says nothing of the others. */
const OF_ONE_SLOT: readonly FailureCode[] = [
	'damaged-slot',
	'no-wasm',
	'too-much-memory',
	'unknown'
];

interface Found {
	header: Header;
	slots: { id: string }[];
	keys: { id: string; key: DeviceKey }[];
}

/** Another connection to the same database, to read back what was written. */
export function freshStorage(): Storage {
	return new Storage(DATABASE);
}

/**
 * Finds the journal of this browser. It comes back open where a device slot opens it, and locked where a
 * secret is needed; null where there is none. Throws a typed error when it is there and cannot be opened.
 */
export async function findJournal(onOtherVersion: () => void): Promise<Open | Locked | null> {
	const storage = freshStorage();
	storage.onOtherVersion = onOtherVersion;
	try {
		const found = await storage.readHeader();
		if (found) return await openFound(storage, found);
		storage.close();
		return null;
	} catch (error) {
		storage.close();
		throw error;
	}
}

async function openFound(storage: Storage, found: Found): Promise<Open | Locked> {
	// The first write waits for it; begun now, it is there before anybody has typed.
	storage.prepareToWrite();
	if (found.header.format > FORMAT) {
		throw new StorageError('newer-format', `the data is of format ${found.header.format}`);
	}
	const slots = slotsOf(found);
	const byThemselves = slots.flatMap((slot): Tried[] => {
		const key = found.keys.find(({ id }) => id === slot.id)?.key;
		return slot.kind === 'device' && key ? [{ slot, secret: { kind: 'device', key } }] : [];
	});
	const { open, damage } = await openFirst(storage, found.header, byThemselves);
	if (open) return open;
	const ways = [...new Set(slots.map(({ kind }) => kind))].filter((kind) => kind !== 'device');
	if (ways.length === 0) throw damage ?? new SessionError('no-key', 'no slot opens the vault');
	return {
		locked: true,
		ways,
		credentials: slots.flatMap((slot) =>
			slot.kind === 'passkey' && slot.credential ? [slot.credential] : []
		),
		async unlock(secret) {
			// Read anew: another tab may have changed the ways in since.
			const now = await storage.readHeader();
			if (!now) throw new SessionError('gone', 'the journal is gone');
			const fitting = slotsOf(now).filter(({ kind }) => kind === secret.kind);
			return openWith(storage, now.header, fitting, secret);
		},
		close() {
			storage.close();
		}
	};
}

/** Makes a journal that opens by itself in this browser. Returns the one of another tab that was first. */
export async function beginOnDevice(onOtherVersion: () => void): Promise<Open> {
	const storage = freshStorage();
	storage.onOtherVersion = onOtherVersion;
	const vault = await Vault.create();
	try {
		return await keepOnDevice(vault, storage, onOtherVersion);
	} catch (error) {
		vault.close();
		storage.close();
		throw error;
	}
}

async function keepOnDevice(
	vault: Vault,
	storage: Storage,
	onOtherVersion: () => void
): Promise<Open> {
	const root = await SealedRecords.newRoot(vault);
	const header = { vaultId: vault.id, epoch: vault.epoch, root: root.id };
	for (const asBytes of [false, true]) {
		const name = { label: '', made: momentAt(Date.now()) };
		const { slot, key } = await vault.makeDeviceSlot(asBytes, name);
		const beginning = { header, slots: [slot], keys: [{ id: slot.id, key }], root };
		try {
			if (!(await storage.begin(beginning))) {
				storage.close();
				return await joinOther(vault, onOtherVersion);
			}
		} catch (error) {
			// Some WebKit builds store no CryptoKey (DataCloneError); its bytes are as readable on the disk.
			if (!asBytes && error instanceof StorageError && error.code === 'not-storable') continue;
			throw error;
		}
		if (await opensAgain(vault, slot.id)) return openNew(storage, vault, root.id, false);
		await storage.undoBegin(vault.id);
	}
	throw new SessionError('no-key', 'this browser keeps no key');
}

/** Makes a journal that only these secrets open; no device slot is ever made for it. */
export async function beginWithSecrets(
	added: readonly NewSlot[],
	onOtherVersion: () => void
): Promise<Open> {
	const storage = freshStorage();
	storage.onOtherVersion = onOtherVersion;
	const vault = await Vault.create();
	try {
		return await keepWithSecrets(vault, storage, added);
	} catch (error) {
		vault.close();
		storage.close();
		throw error;
	}
}

async function keepWithSecrets(
	vault: Vault,
	storage: Storage,
	added: readonly NewSlot[]
): Promise<Open> {
	const made = await Promise.all(added.map((one) => makeSlot(vault, one)));
	const slots = made.map(({ slot }) => slot);
	const notes = made.map(({ note }) => note);
	// With the list in it from the first transaction on, there is no moment in which it could be missing.
	const { root, rows } = await firstRecords(vault, [slotsRecord(randomId(), notes, null)]);
	const header = { vaultId: vault.id, epoch: vault.epoch, root: root.id };
	if (!(await storage.begin({ header, slots, keys: [], root, rows }))) {
		throw new SessionError('busy', 'another tab has begun a journal');
	}
	try {
		const tried = made.map(({ slot }, at) => ({ slot, secret: (added[at] as NewSlot).secret }));
		await checkReadBack(vault, tried, freshStorage);
	} catch (error) {
		await storage.undoBegin(vault.id, 1 + rows.length);
		throw error;
	}
	return openNew(storage, vault, root.id, true);
}

/** The slots that may count. */
function slotsOf({ header, slots }: Found): KeySlot[] {
	return ofEpoch(header, slots);
}

/** A slot, and what may open it. */
interface Tried {
	slot: KeySlot;
	secret: Secret;
}

/**
 * Opens the journal by the first of these slots that the secret opens; null if it opens none. A slot that
 * the journal does not know of does not count: its adding was never finished. Throws what is wrong with one of
 * them, and only where no other opens it.
 */
export async function openWith(
	storage: Storage,
	header: Header,
	slots: readonly KeySlot[],
	secret: Secret
): Promise<Open | null> {
	const tried = slots.map((slot) => ({ slot, secret }));
	const { open, damage } = await openFirst(storage, header, tried);
	if (!open && damage) throw damage;
	return open;
}

/** The same for slots with a secret each. Returns the first thing that was wrong with one of them beside it. */
async function openFirst(
	storage: Storage,
	header: Header,
	tried: readonly Tried[]
): Promise<{ open: Open | null; damage: Error | null }> {
	let damage: Error | null = null;
	for (const { slot, secret } of tried) {
		let vault: Vault | null = null;
		try {
			vault = await Vault.open(header.vaultId, slot, secret);
		} catch (error) {
			if (!(error instanceof Error) || !OF_ONE_SLOT.includes(failureFrom(error))) throw error;
			damage ??= error;
		}
		if (!vault) continue;
		const open = await openOwn(storage, vault, header.root, slot);
		if (open) return { open, damage };
		vault.close();
	}
	return { open: null, damage };
}

/** Opens the journal by a slot that was opened; null where that slot does not count. */
async function openOwn(
	storage: Storage,
	vault: Vault,
	root: string,
	slot: KeySlot
): Promise<Open | null> {
	const journal = await openRecords(storage, vault, root);
	const parts = { journal, vault, storage };
	try {
		const slots = await findSlots(parts);
		const lost = isListLost(parts);
		if (lost) journal.knownSlots.assume(believed(slots, slot));
		const known = slot.kind === 'device' || journal.slots.some(({ id }) => id === slot.id);
		if (!known) {
			journal.close();
			return null;
		}
		const byItself = slot.kind === 'device';
		const openedUnasked =
			byItself && (lost || journal.slots.length > 0 || journalMark.saysLocked());
		// What speaks against it stays until a person has said that it is meant to open by itself.
		if (!openedUnasked) journalMark.set(!byItself);
		return { ...parts, slots, openedUnasked };
	} catch (error) {
		journal.close();
		vault.close();
		throw error;
	}
}

/**
 * What is to be said of the slots. Where the journal cannot be taken over to this format now, for want of room, it is
 * read and written on as it is: the next opening tries again, and so does whatever changes a slot.
 */
async function findSlots(parts: Parts): Promise<FoundSlots> {
	try {
		await upgradeSlots(parts);
	} catch (error) {
		if (failureFrom(error) === 'other-key' || failureFrom(error) === 'gone') throw error;
		return { trusted: [], faults: [] };
	}
	return lookAtSlots(parts);
}

/** Without the list the slot that has just opened the journal stands for it, so that it can be locked again. */
function believed({ trusted }: FoundSlots, slot: KeySlot): SlotNote[] {
	if (slot.kind === 'device') return [];
	const name = trusted.find((one) => one.slot.id === slot.id)?.name;
	return [noteOf(slot, name ?? { label: '', made: null })];
}

/** A journal that was just made, whose slots were just tried. */
async function openNew(
	storage: Storage,
	vault: Vault,
	root: string,
	locked: boolean
): Promise<Open> {
	const journal = await openRecords(storage, vault, root);
	journalMark.set(locked);
	const slots = await lookAtSlots({ journal, vault, storage });
	return { journal, vault, storage, slots, openedUnasked: false };
}

async function openRecords(storage: Storage, vault: Vault, root: string): Promise<Journal> {
	try {
		return await Journal.open(new SealedRecords(vault, storage, root));
	} catch (error) {
		vault.close();
		throw error;
	}
}

/** Another tab has begun a journal in the same moment: open that one. */
async function joinOther(vault: Vault, onOtherVersion: () => void): Promise<Open> {
	vault.close();
	const other = await findJournal(onOtherVersion);
	if (other && !('locked' in other)) return other;
	other?.close();
	throw new SessionError('busy', 'another tab was first');
}

/** Reads the slot back through a connection of its own: some browsers store a key and return nothing. */
async function opensAgain(vault: Vault, slotId: string): Promise<boolean> {
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
