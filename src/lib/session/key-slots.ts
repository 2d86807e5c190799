import { momentAt } from '$lib/model/moment';
import type { WorkOptions } from '$lib/records/record-store';
import type { SlotInfo } from '$lib/model/slot-info';
import type { RecordDatabase } from '$lib/storage/storage';
import type { Secret, SecretSlot, Vault } from '$lib/vault/vault';
import { SessionError } from './failure';
import {
	slotInfoOf,
	assertSlotsTrusted,
	readTrustedSlots,
	type SlotReport,
	type JournalParts
} from './verify-slots';

/** A key slot to be made: its secret, and what the person calls it. */
export interface NewSlot {
	secret: Exclude<Secret, { kind: 'device' }>;
	label: string;
	credential?: Uint8Array<ArrayBuffer>;
}

/** Returns the new slots for a passphrase and a recovery code. */
export function passphraseAndCode(passphrase: string, code: string): NewSlot[] {
	return [
		{ secret: { kind: 'passphrase', text: passphrase }, label: '' },
		{ secret: { kind: 'recovery', text: code }, label: '' }
	];
}

/** Makes a slot in a vault, with its info for the journal. Throws `no-key` for an invalid recovery code. */
export async function makeSlot(
	vault: Vault,
	{ secret, label, credential }: NewSlot
): Promise<{ slot: SecretSlot; info: SlotInfo }> {
	const slotName = { label, made: momentAt(Date.now()) };
	const slot = await vault.makeSecretSlot(secret, credential, slotName);
	if (!slot) throw new SessionError('no-key', 'not a recovery code');
	return { slot, info: slotInfoOf(slot, slotName) };
}

/**
 * Adds a key slot to the journal. It counts only after it was read back through another connection and has opened the
 * vault; until then, and if it never does, it is not there. Returns what the journal stores about it. Throws
 * `slots-damaged` while slots were changed from outside, and what failed otherwise.
 */
export async function addSlot(
	parts: JournalParts,
	newSlot: NewSlot,
	newRecordDatabase: () => RecordDatabase
): Promise<SlotInfo> {
	const { journal, vault, storage } = parts;
	await assertSlotsTrusted(parts);
	const { slot, info } = await makeSlot(vault, newSlot);
	await storage.putSlots([slot]);
	try {
		await verifySlots(vault, [{ slot, secret: newSlot.secret }], newRecordDatabase);
		await journal.changeSlotInfos((infos) => [...infos, info]);
		return info;
	} catch (error) {
		await storage.removeSlots([slot.id]);
		throw error;
	}
}

/** Renames a slot, in the list and in its own row, in one transaction. Throws as `addSlot` does. */
export async function renameSlot(parts: JournalParts, id: string, label: string): Promise<void> {
	const { journal, vault } = parts;
	await assertSlotsTrusted(parts);
	await journal.slotRegistry.update(async () => {
		const slot = (await readTrustedSlots(parts)).find((one) => one.slot.id === id)?.slot;
		const infos = journal.slots.map((info) => (info.id === id ? { ...info, label } : info));
		const renamed = infos.find((info) => info.id === id);
		// Another tab has removed it.
		if (!slot || !renamed) return null;
		return { infos, slots: { put: await vault.prove([{ slot, name: renamed }]) } };
	});
}

/** An open journal with its vault and its storage, and what was found of its slots. */
export interface UnlockedJournal extends JournalParts {
	slotReport: SlotReport;
	/** Whether it has opened by itself although it used to ask for a secret. */
	unlockedUnexpectedly: boolean;
}

/**
 * Moves the journal to a new vault key, with these new slots and the old ones for which `keep` returns true. New slots
 * are written, read back and tried before anything old goes; then all of it changes in one transaction. Returns the
 * vault of the new epoch. When cancelled it rejects with the signal's reason, and the new slots are gone. Throws
 * `slots-damaged`, and changes nothing, while slots were changed from outside.
 */
export async function rekeyJournal(
	parts: JournalParts,
	newSlots: readonly NewSlot[],
	isRetained: (note: SlotInfo) => boolean,
	newRecordDatabase: () => RecordDatabase,
	work: WorkOptions = {}
): Promise<Vault> {
	const { journal, vault, storage } = parts;
	await assertSlotsTrusted(parts);
	const nextVault = await vault.nextEpoch();
	let created: Awaited<ReturnType<typeof makeSlot>>[] = [];
	try {
		created = await Promise.all(newSlots.map((one) => makeSlot(nextVault, one)));
		await storage.putSlots(created.map(({ slot }) => slot));
		const attempts = created.map(({ slot }, index) => ({
			slot,
			secret: (newSlots[index] as NewSlot).secret
		}));
		await verifySlots(nextVault, attempts, newRecordDatabase);
		await journal.rekey(
			nextVault,
			// Another tab may add or rename one until all is encrypted.
			async () => {
				const trusted = await readTrustedSlots(parts);
				const retained = journal.slots.filter(isRetained).flatMap((note) => {
					const oldSlot = trusted.find(({ slot }) => slot.id === note.id)?.slot;
					return oldSlot && oldSlot.kind !== 'device' ? [{ note, old: oldSlot }] : [];
				});
				const rewrapped = await nextVault.rewrap(retained.map(({ old }) => old));
				const proven = await nextVault.prove(
					rewrapped.map((slot, index) => ({
						slot,
						name: retained[index]?.note ?? { label: '', made: null }
					}))
				);
				return {
					infos: [...retained.map(({ note }) => note), ...created.map(({ info }) => info)],
					rows: [...proven, ...created.map(({ slot }) => slot)]
				};
			},
			work
		);
		vault.close();
		return nextVault;
	} catch (error) {
		nextVault.close();
		// A failed write may have reached the disk all the same, and then these slots may be all that opens the
		// journal. A cancellation comes only before the write: the slots open nothing then, here or on the disk, and do
		// no harm where they stay.
		const { signal } = work;
		if (signal?.aborted && error === signal.reason) {
			await storage.removeSlots(created.map(({ slot }) => slot.id)).catch(() => undefined);
		}
		throw error;
	}
}

/** Reads slots back through another connection and opens the vault with each. Throws `no-key` if one does not. */
export async function verifySlots(
	vault: Vault,
	slots: readonly { slot: SecretSlot; secret: Secret }[],
	newRecordDatabase: () => RecordDatabase
): Promise<void> {
	const database = newRecordDatabase();
	try {
		const found = await database.readHeader();
		for (const { slot, secret } of slots) {
			const stored = found?.slots.find(({ id }) => id === slot.id) as SecretSlot | undefined;
			if (!stored || !(await vault.canUnlock(stored, secret))) {
				throw new SessionError('no-key', 'a new slot does not open the vault');
			}
		}
	} finally {
		database.close();
	}
}
