import { RecordStore } from '$lib/records/record-store';
import { Journal } from '$lib/journal/journal.svelte';
import type { UnlockedJournal } from '$lib/session/key-slots';
import { unlockWith } from '$lib/session/unlock-journal';
import { RecordDatabase } from '$lib/storage/storage';
import { Vault, type KeySlot, type Secret } from '$lib/vault/vault';

/* The journal of the harness, without an interface. A passkey's secret stands for every secret: its derivation takes no time. */

const NAME = 'own-voice';

/** Another connection to the database. */
export const fresh = (): RecordDatabase => new RecordDatabase(NAME);

/** The secret of a number. */
export const secretOf = (seed: number): Extract<Secret, { kind: 'passkey' }> => ({
	kind: 'passkey',
	output: new Uint8Array(32).fill(seed)
});

/** Opens the journal by itself where it does that, and otherwise by this secret; null if it does not open. */
export async function openBy(seed: number): Promise<UnlockedJournal | null> {
	const storage = fresh();
	const found = await storage.readHeader();
	if (!found) return null;
	// As the app does at each start.
	storage.prepareToWrite();
	const slots = (found.slots as KeySlot[]).filter(({ epoch }) => epoch === found.header.epoch);
	for (const slot of slots.filter(({ kind }) => kind === 'device')) {
		const key = found.keys.find(({ id }) => id === slot.id)?.key;
		const open = key && (await unlockWith(storage, found.header, [slot], { kind: 'device', key }));
		if (open) return open;
	}
	return unlockWith(storage, found.header, slots, secretOf(seed));
}

/** The same, where it has to open. */
export async function mustOpenBy(seed: number): Promise<UnlockedJournal> {
	const open = await openBy(seed);
	if (!open) throw new Error('the journal does not open');
	return open;
}

/** Begins a journal that opens by itself. */
export async function begin(): Promise<RecordStore> {
	const storage = fresh();
	const vault = await Vault.create();
	const { slot, key } = await vault.makeDeviceSlot();
	const root = await RecordStore.newRoot(vault);
	const header = { vaultId: vault.id, epoch: 1, root: root.id };
	await storage.create({ header, slots: [slot], keys: [{ id: slot.id, key }], root });
	const records = new RecordStore(vault, storage, root.id);
	await Journal.load(records);
	return records;
}
