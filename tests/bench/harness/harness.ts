import { parseCompanion } from '$lib/companion/companion';
import source from '$lib/companion/walking-away.companion.md?raw';
import { encodeEntry, encodeSettings, encodeVersion } from '$lib/records/codec';
import { RecordStore, type RecordWrite } from '$lib/records/record-store';
import { defaultSettings } from '$lib/model/settings';
import { RecordDatabase } from '$lib/storage/storage';
import { randomId } from '$lib/id/random-id';
import { Vault } from '$lib/vault/vault';
import { journalOf, queriesOf } from '../generate';

/*
 * Fills a journal through the app's own vault and records, on a page without an interface. It is served
 * under the address that the built app has afterwards, since a database belongs to host and port.
 */
const BATCH = 1_000;

/** What of a filled journal the measurements have to know. */
interface Filled {
	entries: number;
	/** Those that the list shows. */
	listed: number;
	/** Records in all, without the inventory. */
	records: number;
	queries: string[];
}

/**
 * Makes a journal of so many entries. It opens by itself; once its device slot is taken away, by this
 * passphrase alone.
 */
async function fill(count: number, passphrase: string): Promise<Filled> {
	const { companion } = parseCompanion(source);
	const storage = new RecordDatabase('own-voice');
	const vault = await Vault.create();
	const { slot, key } = await vault.makeDeviceSlot();
	const secret = await vault.makeSecretSlot({ kind: 'passphrase', text: passphrase });
	if (!secret) throw new Error('no slot for the passphrase');
	const root = await RecordStore.newRoot(vault);
	const header = { vaultId: vault.id, epoch: 1, root: root.id };
	const slots = [slot, secret];
	await storage.create({ header, slots, keys: [{ id: slot.id, key }], root });
	const records = new RecordStore(vault, storage, root.id);
	// Takes in the inventory, empty as it is; a write needs to know its revision.
	await records.readManifest();
	const filled: Filled = { entries: count, listed: 0, records: 1, queries: queriesOf(30) };
	// Straight to the page: with the two small questions before it nobody types while the rest is opened, and
	// with what stands before an old page no text is shown.
	const settings = { ...defaultSettings, askBefore: false, threshold: false };
	const keep = (write: RecordWrite[]): Promise<unknown> => records.update(() => ({ write }));
	let batch: RecordWrite[] = [encodeSettings(randomId(), settings, null)];
	for (const { entry, versions } of journalOf(companion, count)) {
		batch.push(encodeEntry(entry, null), ...versions.map(encodeVersion));
		if (!entry.hidden) filled.listed += 1;
		filled.records += 1 + versions.length;
		if (batch.length < BATCH) continue;
		await keep(batch);
		batch = [];
	}
	if (batch.length > 0) await keep(batch);
	localStorage.setItem('own-voice:journal', '1');
	vault.close();
	storage.close();
	return filled;
}

Object.assign(globalThis, { harness: { fill } });
document.title = 'ready';
