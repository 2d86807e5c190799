import { newEntry } from '$lib/journal/entry';
import { Journal } from '$lib/journal/journal.svelte';
import { SealedRecords } from '$lib/journal/sealed-records';
import { changeKey, type Open } from '$lib/session/key-slots';
import { openWith } from '$lib/session/open-journal';
import { Storage, type Row } from '$lib/storage/storage';
import { Vault, type KeySlot, type Secret } from '$lib/vault/vault';
import { restoring } from './restoring';

/*
 * The journal's own code on a page without an interface, for tests that kill the browser under it, or take a
 * journal out and back. A passkey's secret stands for every secret: its derivation takes no time.
 */
const NAME = 'own-voice';
const secretOf = (seed: number): Extract<Secret, { kind: 'passkey' }> => ({
	kind: 'passkey',
	output: new Uint8Array(32).fill(seed)
});
const fresh = (): Storage => new Storage(NAME);

async function openBy(seed: number): Promise<Open | null> {
	const storage = fresh();
	const found = await storage.readHeader();
	if (!found) return null;
	const slots = (found.slots as KeySlot[]).filter(({ epoch }) => epoch === found.header.epoch);
	for (const slot of slots.filter(({ kind }) => kind === 'device')) {
		const key = found.keys.find(({ id }) => id === slot.id)?.key;
		const open = key && (await openWith(storage, found.header, [slot], { kind: 'device', key }));
		if (open) return open;
	}
	return openWith(storage, found.header, slots, secretOf(seed));
}

/** Makes a journal of so many entries that opens by itself. */
async function fill(number: number): Promise<void> {
	const storage = fresh();
	const vault = await Vault.create();
	const { slot, key } = await vault.makeDeviceSlot();
	const root = await SealedRecords.newRoot(vault);
	const header = { vaultId: vault.id, epoch: 1, root: root.id };
	await storage.begin({ header, slots: [slot], keys: [{ id: slot.id, key }], root });
	const records = new SealedRecords(vault, storage, root.id);
	await Journal.open(records);
	for (let start = 0; start < number; start += 250) {
		await records.write(
			Array.from({ length: Math.min(250, number - start) }, (_, index) => {
				const { id, ...fields } = newEntry({ companion: 'walking-away' });
				const text = `page ${start + index} `.repeat(60);
				return { id, was: null, what: 'entry', value: { kind: 'entry', ...fields, text } };
			})
		);
	}
}

/** Moves the journal to a new key that the secret `to` opens. */
async function reseal(from: number, to: number): Promise<void> {
	const open = await openBy(from);
	if (!open) throw new Error('does not open');
	const label = `way ${to}`;
	await changeKey(open, [{ secret: secretOf(to), label }], () => false, fresh);
}

/** Brings in a file of so many new entries. */
async function bringIn(number: number): Promise<void> {
	const open = await openBy(0);
	if (!open) throw new Error('does not open');
	const entries = Array.from({ length: number }, (_, index) => ({
		...newEntry({ companion: 'walking-away' }),
		text: `brought ${index} `.repeat(60)
	}));
	const nothing = { versions: [], prompts: [], library: [], settings: null };
	await open.journal.arrivals.bringIn({ ...nothing, entries });
}

/** What is on the disk: the epochs of header and records, which secret opens it, and what it holds. */
async function look(seeds: number[]): Promise<object> {
	const { header, rows } = await fresh().readAll();
	const epochs = [...new Set(rows.map(({ ep }: Row) => ep))];
	for (const seed of seeds) {
		const open = await openBy(seed);
		if (!open) continue;
		await open.journal.whole;
		const { entries, damage } = open.journal;
		return { epoch: header?.epoch, epochs, seed, entries: entries.length, damage: damage.length };
	}
	return { epoch: header?.epoch, epochs, seed: null };
}

Object.assign(globalThis, { harness: { fill, reseal, bringIn, look, ...restoring } });
document.title = 'ready';
