import { Decrypter } from 'age-encryption';
import { makeBackup, openBackup, type OpenedBackup } from '$lib/backup/backup';
import { parseCompanion } from '$lib/companion/companion';
import source from '$lib/companion/walking-away.companion.md?raw';
import { Journal } from '$lib/journal/journal.svelte';
import { RecordStore } from '$lib/records/record-store';
import { defaultSettings } from '$lib/model/settings';
import type { JournalSnapshot } from '$lib/model/snapshot';
import { RecordDatabase } from '$lib/storage/storage';
import { Vault } from '$lib/vault/vault';
import { WorkerClient } from '$lib/worker/worker';
import { journalOf } from '../generate';
import type { BareCalls } from './bare-worker';
import bareUrl from './bare-worker?worker&url';

/* Backups of a journal that nobody wrote, on a page without an interface, beside age and zip alone. */

const secret = 'quiet harbour with seventeen boats';
/** As `makeBackup` has it for a passphrase. */
const COST = 17;
/** Milliseconds for one piece of work. */
const TIMEOUT_MS = 600_000;

let whole: JournalSnapshot;
let file = new Blob();
let opened: OpenedBackup;
let bare: WorkerClient<BareCalls>;
let journals = 0;

async function timed(work: () => Promise<unknown>): Promise<number> {
	const since = performance.now();
	await work();
	return performance.now() - since;
}

const bench = {
	make(count: number): number {
		const { companion } = parseCompanion(source);
		const all = [...journalOf(companion, count)];
		whole = {
			entries: all.map(({ entry }) => entry),
			versions: all.flatMap(({ versions }) => versions),
			prompts: [],
			library: [],
			settings: defaultSettings
		};
		return whole.entries.reduce((sum, { text }) => sum + text.length, 0);
	},

	backup: () =>
		timed(async () => {
			({ file } = await makeBackup(whole, secret));
		}),

	restore: () =>
		timed(async () => {
			opened = await openBackup(file, secret);
		}),

	size: () => file.size,

	/** Hands the files of the backup to a worker that packs and seals them, and nothing else. */
	async prepareBare(): Promise<unknown> {
		const decrypter = new Decrypter();
		decrypter.addPassphrase(secret);
		const zip = await decrypter.decrypt(new Uint8Array(await file.arrayBuffer()));
		bare = new WorkerClient(bareUrl, {
			reviveError: (code, message) => new Error(`${code}: ${message}`),
			timeoutMs: TIMEOUT_MS
		});
		return bare.call('take', zip);
	},
	bareBackup: (level: number) =>
		timed(() => bare.call('seal', { secret, cost: COST, level: level as 1 | 6 })),
	bareRestore: () => timed(() => bare.call('open', secret)),

	/** Brings the backup into an empty journal, brings it in once more, and takes it back. */
	async bringIn(): Promise<Record<'first' | 'again' | 'taken' | 'read', number>> {
		const storage = new RecordDatabase(`bench-${(journals += 1)}`);
		const vault = await Vault.create();
		const root = await RecordStore.newRoot(vault);
		const header = { vaultId: vault.id, epoch: 1, root: root.id };
		await storage.create({ header, slots: [], keys: [], root });
		const journal = await Journal.load(new RecordStore(vault, storage, root.id));
		const { importer } = journal;
		let undo: Awaited<ReturnType<typeof importer.apply>>['undo'] | null = null;
		const first = await timed(async () => {
			({ undo } = await importer.apply(opened.incoming));
		});
		const read = await timed(() => journal.readSnapshot());
		const again = await timed(() => importer.apply(opened.incoming));
		const taken = await timed(async () => {
			if (!undo || !(await importer.undo(undo))) throw new Error('it was not taken back');
		});
		if (journal.entries.length > 0) throw new Error('something is left');
		journal.dispose();
		return { first, again, taken, read };
	}
};

Object.assign(globalThis, { bench });
document.title = 'ready';
