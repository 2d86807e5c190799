import { Journal } from '$lib/journal/journal.svelte';
import { RecordStore } from '$lib/records/record-store';
import type { SlotInfo } from '$lib/model/slot-info';
import {
	STORAGE_FORMAT,
	RecordDatabase,
	StorageError,
	type VaultHeader
} from '$lib/storage/storage';
import { Vault, type DeviceKey, type KeySlot, type Secret, type SlotKind } from '$lib/vault/vault';
import { DATABASE_NAME } from './database-name';
import { failureFrom, SessionError, type FailureCode } from './failure';
import { journalMarker } from './journal-marker';
import type { UnlockedJournal } from './key-slots';
import {
	isSlotListLost,
	inspectSlots,
	slotInfoOf,
	slotsOfEpoch,
	upgradeSlots,
	type SlotReport,
	type JournalParts
} from './verify-slots';

/** A locked journal, which waits for a secret. */
export interface LockedJournal {
	isLocked: true;
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
	header: VaultHeader;
	slots: { id: string }[];
	keys: { id: string; key: DeviceKey }[];
}

/** Returns another connection to the same database, to read back what was written. */
export function newRecordDatabase(): RecordDatabase {
	return new RecordDatabase(DATABASE_NAME);
}

/**
 * Finds the journal of this browser. Returns it open where a device slot opens it, and locked where a secret is needed;
 * null where there is none. Throws a typed error when it is there and cannot be opened.
 */
export async function findJournal(
	onVersionChange: () => void
): Promise<UnlockedJournal | LockedJournal | null> {
	const storage = newRecordDatabase();
	storage.onVersionChange = onVersionChange;
	try {
		const found = await storage.readHeader();
		if (found) return await unlockFound(storage, found);
		storage.close();
		return null;
	} catch (error) {
		storage.close();
		throw error;
	}
}

async function unlockFound(
	storage: RecordDatabase,
	found: StoredVault
): Promise<UnlockedJournal | LockedJournal> {
	// The first write waits for this; begun now, it is done before anybody has typed.
	storage.prepareToWrite();
	if (found.header.format > STORAGE_FORMAT) {
		throw new StorageError('newer-format', `the data is of format ${found.header.format}`);
	}
	const slots = currentSlots(found);
	const deviceAttempts = slots.flatMap((slot): UnlockAttempt[] => {
		const key = found.keys.find(({ id }) => id === slot.id)?.key;
		return slot.kind === 'device' && key ? [{ slot, secret: { kind: 'device', key } }] : [];
	});
	const { unlocked, failure } = await tryUnlock(storage, found.header, deviceAttempts);
	if (unlocked) return unlocked;
	const unlockKinds = [...new Set(slots.map(({ kind }) => kind))].filter(
		(kind) => kind !== 'device'
	);
	if (unlockKinds.length === 0) {
		throw failure ?? new SessionError('no-key', 'no slot opens the vault');
	}
	return {
		isLocked: true,
		unlockKinds,
		credentials: slots.flatMap((slot) =>
			slot.kind === 'passkey' && slot.credential ? [slot.credential] : []
		),
		async unlock(secret) {
			// Read again: another tab may have changed the unlock methods since.
			const current = await storage.readHeader();
			if (!current) throw new SessionError('gone', 'the journal is gone');
			const matching = currentSlots(current).filter(({ kind }) => kind === secret.kind);
			return unlockWith(storage, current.header, matching, secret);
		},
		close() {
			storage.close();
		}
	};
}

/** Returns the slots of the header's epoch. */
function currentSlots({ header, slots }: StoredVault): KeySlot[] {
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
export async function unlockWith(
	storage: RecordDatabase,
	header: VaultHeader,
	slots: readonly KeySlot[],
	secret: Secret
): Promise<UnlockedJournal | null> {
	const attempts = slots.map((slot) => ({ slot, secret }));
	const { unlocked, failure } = await tryUnlock(storage, header, attempts);
	if (!unlocked && failure) throw failure;
	return unlocked;
}

/** Does the same for slots with a secret each. Returns the first error of one of them too. */
async function tryUnlock(
	storage: RecordDatabase,
	header: VaultHeader,
	attempts: readonly UnlockAttempt[]
): Promise<{ unlocked: UnlockedJournal | null; failure: Error | null }> {
	let failure: Error | null = null;
	for (const { slot, secret } of attempts) {
		let vault: Vault | null = null;
		try {
			vault = await Vault.unlock(header.vaultId, slot, secret);
		} catch (error) {
			if (!(error instanceof Error) || !slotFailures.includes(failureFrom(error))) throw error;
			failure ??= error;
		}
		if (!vault) continue;
		const unlocked = await unlockBySlot(storage, vault, header.root, slot);
		if (unlocked) return { unlocked, failure };
		vault.close();
	}
	return { unlocked: null, failure };
}

/** Opens the journal by a slot that was opened; null where that slot does not count. */
async function unlockBySlot(
	storage: RecordDatabase,
	vault: Vault,
	root: string,
	slot: KeySlot
): Promise<UnlockedJournal | null> {
	const journal = await loadJournal(storage, vault, root);
	const parts = { journal, vault, storage };
	try {
		const slotReport = await checkSlots(parts);
		const isLost = isSlotListLost(parts);
		if (isLost) journal.slotRegistry.assume(assumedInfos(slotReport, slot));
		const isListed = slot.kind === 'device' || journal.slots.some(({ id }) => id === slot.id);
		if (!isListed) {
			journal.close();
			return null;
		}
		const isDeviceSlot = slot.kind === 'device';
		const unlockedUnexpectedly =
			isDeviceSlot && (isLost || journal.slots.length > 0 || journalMarker.isLocked());
		// The marker stays until a person has said that the journal is meant to open by itself.
		if (!unlockedUnexpectedly) journalMarker.set(!isDeviceSlot);
		return { ...parts, slotReport, unlockedUnexpectedly };
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
async function checkSlots(parts: JournalParts): Promise<SlotReport> {
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
function assumedInfos({ trusted }: SlotReport, slot: KeySlot): SlotInfo[] {
	if (slot.kind === 'device') return [];
	const name = trusted.find((one) => one.slot.id === slot.id)?.name;
	return [slotInfoOf(slot, name ?? { label: '', made: null })];
}

/** Loads the journal of an open vault. Closes the vault where that fails. */
export async function loadJournal(
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
