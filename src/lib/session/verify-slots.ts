import type { Journal } from '$lib/journal/journal.svelte';
import { momentAt } from '$lib/model/moment';
import type { SlotInfo } from '$lib/model/slot-info';
import {
	STORAGE_FORMAT,
	type VaultHeader,
	type SlotChange,
	type RecordDatabase
} from '$lib/storage/storage';
import type { KeySlot, SecretSlot, SlotName, Vault } from '$lib/vault/vault';
import { SessionError } from './failure';
import { blocksChanges, assessSlots, markOf, type SlotFault, type TrustedSlot } from './slot-trust';

/*
 * The key slots of an open journal, as they are on the disk: which of them are trusted, and upgrading them to this
 * format.
 */

/** An open journal with its vault and its storage. */
export interface JournalParts {
	journal: Journal;
	vault: Vault;
	storage: RecordDatabase;
}

/** The trusted slots, and the faults that were found. */
export interface SlotReport {
	trusted: readonly TrustedSlot[];
	faults: readonly SlotFault[];
}

/** The number of times the slots are read before a fault counts: another tab may change them between two reads. */
const MAX_READS = 3;

/**
 * Reads the slots of this epoch, with their list, and returns which of them are trusted. A fault counts only when it is
 * still there after both were read again. Throws `other-key` where the key has changed since.
 */
export async function inspectSlots(parts: JournalParts): Promise<SlotReport> {
	for (let attempt = 1; ; attempt += 1) {
		const report = await readSlots(parts);
		if (!blocksChanges(report.faults) || attempt === MAX_READS) return report;
	}
}

async function readSlots({ journal, vault, storage }: JournalParts): Promise<SlotReport> {
	await journal.slotRegistry.reload();
	const { slots } = await readStoredSlots({ vault, storage });
	const names = await vault.readProofs(slots);
	const infos = isSlotListLost({ journal, vault }) ? null : listedInfos(journal);
	return assessSlots({ slots, names, infos, unlockedBy: vault.unlockedBy?.id ?? null });
}

/**
 * Upgrades the journal to this format where that is still to be done, and then checks that slots may be changed. Throws
 * `slots-damaged` where a slot or their list was changed from outside: then a new key might go to somebody else.
 */
export async function assertSlotsTrusted(parts: JournalParts): Promise<void> {
	await upgradeSlots(parts);
	await readTrustedSlots(parts);
}

/** Returns the trusted slots, as part of a change of them. Throws `slots-damaged` where none may be changed. */
export async function readTrustedSlots(parts: JournalParts): Promise<readonly TrustedSlot[]> {
	const { trusted, faults } = await inspectSlots(parts);
	if (blocksChanges(faults)) throw new SessionError('slots-damaged', 'the slots are not as left');
	return trusted;
}

/** Whether the list of the slots that there should be is missing or damaged. */
export function isSlotListLost({
	journal,
	vault
}: Pick<JournalParts, 'journal' | 'vault'>): boolean {
	const { listState } = journal.slotRegistry;
	const bySecret = vault.unlockedBy !== null && vault.unlockedBy.kind !== 'device';
	return listState === 'damaged' || (listState === 'none' && bySecret);
}

/**
 * Upgrades a journal of format 1 to this one: proves the slots that its list vouches for, by id and mark, and without a
 * list the one that has just opened it. All others stay as they are, unproven. A list of this format vouches for
 * nothing more, whatever the header says. Throws what failed; then the journal is of format 1 as before.
 */
export async function upgradeSlots(parts: JournalParts): Promise<void> {
	const { journal } = parts;
	try {
		const plan = await planUpgrade(parts);
		if (!plan) return;
		if (plan.infos.length > 0) await journal.slotRegistry.update(() => planUpgrade(parts));
		else await journal.slotRegistry.changeSlots(plan.slots);
	} catch (error) {
		// Another tab may have upgraded it first; then there is nothing left to do.
		if ((await readStoredSlots(parts)).header.format < STORAGE_FORMAT) throw error;
	}
}

/** Returns what the upgrade changes; null where that was done. `infos` is empty where there is no list. */
async function planUpgrade({
	journal,
	vault,
	storage
}: JournalParts): Promise<{ infos: readonly SlotInfo[]; slots: SlotChange } | null> {
	const { header, slots } = await readStoredSlots({ vault, storage });
	if (header.format >= STORAGE_FORMAT) return null;
	const isLost = isSlotListLost({ journal, vault });
	const names = await vault.readProofs(slots);
	const toProve = slots.flatMap((slot, index) => {
		const name = names[index] ? null : nameToProve(slot, isLost, { journal, vault });
		return name ? [{ slot, name }] : [];
	});
	const put = await vault.prove(toProve);
	const infos = isLost
		? []
		: listedInfos(journal).map((info) => ({ ...info, proven: true }) as const);
	return { infos, slots: { put, upgradesFormat: true } };
}

/**
 * Rebuilds the list after a person decided so: of the trusted slots, and of the one that has just opened the journal.
 * All others are deleted from the disk. No key is changed. Throws `slots-damaged` where the one that opened it was
 * changed so that a new key would go to somebody else, and what failed otherwise.
 */
export async function rebuildSlotList(parts: JournalParts): Promise<SlotReport> {
	const { journal, vault } = parts;
	await upgradeSlots(parts);
	const { trusted } = await inspectSlots(parts);
	const retained = [...trusted];
	const unlockedBy = vault.unlockedBy;
	if (unlockedBy && !trusted.some(({ slot }) => slot.id === unlockedBy.id)) {
		const { slots } = await readStoredSlots(parts);
		const matching = slots.filter(({ id }) => id === unlockedBy.id);
		const [slot] = matching;
		if (!slot || matching.length > 1 || !unlockedBy.isPaired) {
			throw new SessionError('slots-damaged', 'the slot that opened it was changed');
		}
		const info = journal.slots.find(({ id }) => id === unlockedBy.id);
		const name = { label: info?.label ?? '', made: info?.made ?? momentAt(Date.now()) };
		const [proven] = await vault.prove([{ slot, name }]);
		if (proven) retained.push({ slot: proven, name });
	}
	const listIndex = (id: string): number => journal.slots.findIndex((note) => note.id === id);
	const infos = retained
		.flatMap(({ slot, name }) => (slot.kind === 'device' ? [] : [slotInfoOf(slot, name)]))
		.sort((a, b) => listIndex(a.id) - listIndex(b.id));
	const rows = retained.map(({ slot }) => slot);
	await journal.slotRegistry.rebuild(infos, rows);
	return { trusted: retained, faults: [] };
}

/** Returns what the journal stores about a slot. */
export function slotInfoOf(slot: SecretSlot, { label, made }: SlotName): SlotInfo {
	const moment = (made as SlotInfo['made'] | null) ?? momentAt(Date.now());
	return { id: slot.id, kind: slot.kind, label, made: moment, mark: markOf(slot), proven: true };
}

/** Returns the slots of the header's epoch: others were never finished, or are of an earlier epoch. */
export function slotsOfEpoch(header: VaultHeader, slots: readonly { id: string }[]): KeySlot[] {
	return (slots as KeySlot[]).filter(({ epoch }) => epoch === header.epoch);
}

async function readStoredSlots({
	vault,
	storage
}: Pick<JournalParts, 'vault' | 'storage'>): Promise<{ header: VaultHeader; slots: KeySlot[] }> {
	const stored = await storage.readHeader();
	if (!stored) throw new SessionError('gone', 'the journal is gone');
	if (stored.header.vaultId !== vault.id || stored.header.epoch !== vault.epoch) {
		throw new SessionError('other-key', 'the key was changed in another tab');
	}
	return { header: stored.header, slots: slotsOfEpoch(stored.header, stored.slots) };
}

/** Returns the slots of the list; none where there was never a list. */
function listedInfos(journal: Journal): readonly SlotInfo[] {
	return journal.slotRegistry.listState === 'whole' ? journal.slots : [];
}

/** Returns the name to prove a slot of format 1 with; null for one that nothing vouches for. */
function nameToProve(
	slot: KeySlot,
	isLost: boolean,
	{ journal, vault }: Pick<JournalParts, 'journal' | 'vault'>
): SlotName | null {
	const unlockedBy = vault.unlockedBy?.id === slot.id ? vault.unlockedBy : null;
	// A slot with an invalid proof was changed since: it was of this format before.
	if (slot.proof !== undefined || slot.qn !== undefined || !isWellFormed(slot)) return null;
	if (slot.kind === 'device' || isLost) {
		return unlockedBy?.isPaired ? { label: '', made: momentAt(Date.now()) } : null;
	}
	const info = listedInfos(journal).find(({ id }) => id === slot.id);
	const isVouchedFor =
		info && !info.proven && info.kind === slot.kind && info.mark === markOf(slot);
	return isVouchedFor ? { label: info.label, made: info.made } : null;
}

/** Whether a slot has the fields that every slot has: it may come from anyone. */
function isWellFormed({ v, kdf }: { v: unknown; kdf: unknown }): boolean {
	const name = (kdf as { name?: unknown } | null | undefined)?.name;
	return v === 1 && ['none', 'argon2id', 'scrypt', 'hkdf'].includes(String(name));
}
