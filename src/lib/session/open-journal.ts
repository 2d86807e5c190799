import { Journal } from '$lib/journal/journal.svelte';
import { RecordStore } from '$lib/records/record-store';
import type { SlotInfo } from '$lib/model/slot-info';
import { FORMAT, RecordDatabase, StorageError, type Header } from '$lib/storage/storage';
import { Vault, type DeviceKey, type KeySlot, type Secret, type SlotKind } from '$lib/vault/vault';
import { DATABASE } from './database-name';
import { failureFrom, SessionError, type FailureCode } from './failure';
import { journalMarker } from './journal-marker';
import type { UnlockedJournal } from './key-slots';
import {
	isSlotListLost,
	inspectSlots,
	slotInfoOf,
	slotsOfEpoch,
	upgradeSlots,
	type FoundSlots,
	type JournalParts
} from './inspect-slots';

/** A locked journal, which waits for a secret. */
export interface LockedJournal {
	locked: true;
	/** The kinds of slot by which a person can open it. */
	unlockKinds: SlotKind[];
	/** The credential ids of the passkeys that may be asked for. */
	credentials: Uint8Array<ArrayBuffer>[];
	/** Opens it; null if the secret opens no slot. */
	unlock(secret: Secret): Promise<UnlockedJournal | null>;
	/** Closes the database; it is opened again when it is needed. */
	close(): void;
}

/** The failures that concern one slot only; the others are still tried. */
const slotFailures: readonly FailureCode[] = [
	'damaged-slot',
	'no-wasm',
	'too-much-memory',
	'unknown'
];

interface StoredVault {
	header: Header;
	slots: { id: string }[];
	keys: { id: string; key: DeviceKey }[];
}

/** Returns another connection to the same database, to read back what was written. */
export function freshStorage(): RecordDatabase {
	return new RecordDatabase(DATABASE);
}

/**
 * Finds the journal of this browser. Returns it open where a device slot opens it, and locked where a secret is needed;
 * null where there is none. Throws a typed error when it is there and cannot be opened.
 */
export async function findJournal(
	onOtherVersion: () => void
): Promise<UnlockedJournal | LockedJournal | null> {
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

async function openFound(
	storage: RecordDatabase,
	found: StoredVault
): Promise<UnlockedJournal | LockedJournal> {
	// The first write waits for this; begun now, it is done before anybody has typed.
	storage.prepareToWrite();
	if (found.header.format > FORMAT) {
		throw new StorageError('newer-format', `the data is of format ${found.header.format}`);
	}
	const slots = slotsOf(found);
	const byThemselves = slots.flatMap((slot): UnlockAttempt[] => {
		const key = found.keys.find(({ id }) => id === slot.id)?.key;
		return slot.kind === 'device' && key ? [{ slot, secret: { kind: 'device', key } }] : [];
	});
	const { open, damage } = await openFirst(storage, found.header, byThemselves);
	if (open) return open;
	const unlockKinds = [...new Set(slots.map(({ kind }) => kind))].filter(
		(kind) => kind !== 'device'
	);
	if (unlockKinds.length === 0)
		{throw damage ?? new SessionError('no-key', 'no slot opens the vault');}
	return {
		locked: true,
		unlockKinds,
		credentials: slots.flatMap((slot) =>
			slot.kind === 'passkey' && slot.credential ? [slot.credential] : []
		),
		async unlock(secret) {
			// Read again: another tab may have changed the unlock methods since.
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

/** Returns the slots of the header's epoch. */
function slotsOf({ header, slots }: StoredVault): KeySlot[] {
	return slotsOfEpoch(header, slots);
}

/** A slot, and the secret to try on it. */
interface UnlockAttempt {
	slot: KeySlot;
	secret: Secret;
}

/**
 * Opens the journal by the first of these slots that the secret opens; null if it opens none. A slot that the journal
 * does not know does not count: its adding was never finished. Throws what is wrong with one of them, and only where no
 * other opens it.
 */
export async function openWith(
	storage: RecordDatabase,
	header: Header,
	slots: readonly KeySlot[],
	secret: Secret
): Promise<UnlockedJournal | null> {
	const tried = slots.map((slot) => ({ slot, secret }));
	const { open, damage } = await openFirst(storage, header, tried);
	if (!open && damage) throw damage;
	return open;
}

/** Does the same for slots with a secret each. Returns the first error of one of them too. */
async function openFirst(
	storage: RecordDatabase,
	header: Header,
	tried: readonly UnlockAttempt[]
): Promise<{ open: UnlockedJournal | null; damage: Error | null }> {
	let damage: Error | null = null;
	for (const { slot, secret } of tried) {
		let vault: Vault | null = null;
		try {
			vault = await Vault.open(header.vaultId, slot, secret);
		} catch (error) {
			if (!(error instanceof Error) || !slotFailures.includes(failureFrom(error))) throw error;
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
	storage: RecordDatabase,
	vault: Vault,
	root: string,
	slot: KeySlot
): Promise<UnlockedJournal | null> {
	const journal = await openRecords(storage, vault, root);
	const parts = { journal, vault, storage };
	try {
		const slots = await findSlots(parts);
		const lost = isSlotListLost(parts);
		if (lost) journal.slotRegistry.assume(assumedInfos(slots, slot));
		const known = slot.kind === 'device' || journal.slots.some(({ id }) => id === slot.id);
		if (!known) {
			journal.close();
			return null;
		}
		const byItself = slot.kind === 'device';
		const unlockedUnexpectedly =
			byItself && (lost || journal.slots.length > 0 || journalMarker.isLocked());
		// The marker stays until a person has said that the journal is meant to open by itself.
		if (!unlockedUnexpectedly) journalMarker.set(!byItself);
		return { ...parts, slots, unlockedUnexpectedly };
	} catch (error) {
		journal.close();
		vault.close();
		throw error;
	}
}

/**
 * Upgrades the slots and inspects them. Where the journal cannot be upgraded to this format now, for want of room, it
 * is read and written as it is: the next opening tries again, and so does every change of a slot.
 */
async function findSlots(parts: JournalParts): Promise<FoundSlots> {
	try {
		await upgradeSlots(parts);
	} catch (error) {
		if (failureFrom(error) === 'other-key' || failureFrom(error) === 'gone') throw error;
		return { trusted: [], faults: [] };
	}
	return inspectSlots(parts);
}

/**
 * Returns the slot that has just opened the journal, in place of a lost list, so that the journal can be locked again.
 */
function assumedInfos({ trusted }: FoundSlots, slot: KeySlot): SlotInfo[] {
	if (slot.kind === 'device') return [];
	const name = trusted.find((one) => one.slot.id === slot.id)?.name;
	return [slotInfoOf(slot, name ?? { label: '', made: null })];
}

/** Loads the journal of an open vault. Closes the vault where that fails. */
export async function openRecords(
	storage: RecordDatabase,
	vault: Vault,
	root: string
): Promise<Journal> {
	try {
		return await Journal.load(new RecordStore(vault, storage, root));
	} catch (error) {
		vault.close();
		throw error;
	}
}
