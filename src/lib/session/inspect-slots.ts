import type { Journal } from '$lib/journal/journal.svelte';
import { momentAt } from '$lib/model/moment';
import type { SlotInfo } from '$lib/model/slot-info';
import { FORMAT, type Header, type SlotChange, type RecordDatabase } from '$lib/storage/storage';
import type { KeySlot, SecretSlot, SlotName, Vault } from '$lib/vault/vault';
import { SessionError } from './failure';
import { blocksChanges, judgeSlots, markOf, type SlotFault, type TrustedSlot } from './slot-trust';

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
export interface FoundSlots {
	trusted: readonly TrustedSlot[];
	faults: readonly SlotFault[];
}

/** The number of times the slots are read before a fault counts: another tab may change them between two reads. */
const MAX_READS = 3;

/**
 * Reads the slots of this epoch, with their list, and returns which of them are trusted. A fault counts only when it is
 * still there after both were read again. Throws `other-key` where the key has changed since.
 */
export async function inspectSlots(parts: JournalParts): Promise<FoundSlots> {
	for (let reading = 1; ; reading += 1) {
		const found = await readSlots(parts);
		if (!blocksChanges(found.faults) || reading === MAX_READS) return found;
	}
}

async function readSlots({ journal, vault, storage }: JournalParts): Promise<FoundSlots> {
	await journal.slotRegistry.reload();
	const { slots } = await readStoredSlots({ vault, storage });
	const names = await vault.readProofs(slots);
	const infos = isSlotListLost({ journal, vault }) ? null : listed(journal);
	return judgeSlots({ slots, names, infos, openedBy: vault.openedBy?.id ?? null });
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
	const bySecret = vault.openedBy !== null && vault.openedBy.kind !== 'device';
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
		const planned = await planUpgrade(parts);
		if (!planned) return;
		if (planned.infos.length > 0) await journal.slotRegistry.update(() => planUpgrade(parts));
		else await journal.slotRegistry.changeSlots(planned.slots);
	} catch (error) {
		// Another tab may have upgraded it first; then there is nothing left to do.
		if ((await readStoredSlots(parts)).header.format < FORMAT) throw error;
	}
}

/** Returns what the upgrade changes; null where that was done. `infos` is empty where there is no list. */
async function planUpgrade({
	journal,
	vault,
	storage
}: JournalParts): Promise<{ infos: readonly SlotInfo[]; slots: SlotChange } | null> {
	const { header, slots } = await readStoredSlots({ vault, storage });
	if (header.format >= FORMAT) return null;
	const lost = isSlotListLost({ journal, vault });
	const names = await vault.readProofs(slots);
	const toProve = slots.flatMap((slot, index) => {
		const name = names[index] ? null : nameToProve(slot, lost, { journal, vault });
		return name ? [{ slot, name }] : [];
	});
	const put = await vault.prove(toProve);
	const infos = lost ? [] : listed(journal).map((info) => ({ ...info, proven: true }) as const);
	return { infos, slots: { put, upgradesFormat: true } };
}

/**
 * Rebuilds the list after a person decided so: of the trusted slots, and of the one that has just opened the journal.
 * All others are deleted from the disk. No key is changed. Throws `slots-damaged` where the one that opened it was
 * changed so that a new key would go to somebody else, and what failed otherwise.
 */
export async function rebuildSlotList(parts: JournalParts): Promise<FoundSlots> {
	const { journal, vault } = parts;
	await upgradeSlots(parts);
	const { trusted } = await inspectSlots(parts);
	const kept = [...trusted];
	const by = vault.openedBy;
	if (by && !trusted.some(({ slot }) => slot.id === by.id)) {
		const { slots } = await readStoredSlots(parts);
		const own = slots.filter(({ id }) => id === by.id);
		const [slot] = own;
		if (!slot || own.length > 1 || !by.isPaired) {
			throw new SessionError('slots-damaged', 'the slot that opened it was changed');
		}
		const note = journal.slots.find(({ id }) => id === by.id);
		const name = { label: note?.label ?? '', made: note?.made ?? momentAt(Date.now()) };
		const [proven] = await vault.prove([{ slot, name }]);
		if (proven) kept.push({ slot: proven, name });
	}
	const place = (id: string): number => journal.slots.findIndex((note) => note.id === id);
	const notes = kept
		.flatMap(({ slot, name }) => (slot.kind === 'device' ? [] : [slotInfoOf(slot, name)]))
		.sort((a, b) => place(a.id) - place(b.id));
	const rows = kept.map(({ slot }) => slot);
	await journal.slotRegistry.rebuild(notes, rows);
	return { trusted: kept, faults: [] };
}

/** Returns what the journal stores about a slot. */
export function slotInfoOf(slot: SecretSlot, { label, made }: SlotName): SlotInfo {
	const moment = (made as SlotInfo['made'] | null) ?? momentAt(Date.now());
	return { id: slot.id, kind: slot.kind, label, made: moment, mark: markOf(slot), proven: true };
}

/** Returns the slots of the header's epoch: others were never finished, or are of an earlier epoch. */
export function slotsOfEpoch(header: Header, slots: readonly { id: string }[]): KeySlot[] {
	return (slots as KeySlot[]).filter(({ epoch }) => epoch === header.epoch);
}

async function readStoredSlots({
	vault,
	storage
}: Pick<JournalParts, 'vault' | 'storage'>): Promise<{ header: Header; slots: KeySlot[] }> {
	const found = await storage.readHeader();
	if (!found) throw new SessionError('gone', 'the journal is gone');
	if (found.header.vaultId !== vault.id || found.header.epoch !== vault.epoch) {
		throw new SessionError('other-key', 'the key was changed in another tab');
	}
	return { header: found.header, slots: slotsOfEpoch(found.header, found.slots) };
}

/** Returns the slots of the list; none where there was never a list. */
function listed(journal: Journal): readonly SlotInfo[] {
	return journal.slotRegistry.listState === 'whole' ? journal.slots : [];
}

/** Returns the name to prove a slot of format 1 with; null for one that nothing vouches for. */
function nameToProve(
	slot: KeySlot,
	lost: boolean,
	{ journal, vault }: Pick<JournalParts, 'journal' | 'vault'>
): SlotName | null {
	const by = vault.openedBy?.id === slot.id ? vault.openedBy : null;
	// A slot with an invalid proof was changed since: it was of this format before.
	if (slot.proof !== undefined || slot.qn !== undefined || !isWellFormed(slot)) return null;
	if (slot.kind === 'device' || lost) {
		return by?.isPaired ? { label: '', made: momentAt(Date.now()) } : null;
	}
	const note = listed(journal).find(({ id }) => id === slot.id);
	const vouched = note && !note.proven && note.kind === slot.kind && note.mark === markOf(slot);
	return vouched ? { label: note.label, made: note.made } : null;
}

/** Whether a slot has the fields that every slot has: it may come from anyone. */
function isWellFormed({ v, kdf }: { v: unknown; kdf: unknown }): boolean {
	const name = (kdf as { name?: unknown } | null | undefined)?.name;
	return v === 1 && ['none', 'argon2id', 'scrypt', 'hkdf'].includes(String(name));
}
