/**
 * The journal: all entries of one person, open.
 *
 * Every change is sealed first and then written in one transaction; `entries` and `settings` follow what is
 * on the disk, in this tab and, through a channel between tabs that carries ids only, in every other one.
 * When two tabs change one entry, both texts are kept. What cannot be opened is named and left alone.
 */
import type { SlotRow } from '$lib/storage/storage';
import type { Vault } from '$lib/vault/vault';
import { Importer } from './importer';
import { isExpired } from '$lib/model/bin';
import type { RekeyChanges } from '$lib/records/changes';
import { SettingsStore } from './settings-store.svelte';
import type { Entry } from '$lib/model/entry';
import { readSnapshot, type ReadSnapshot } from './read-snapshot';
import { EntryCommands } from './entry-commands';
import { initialRecordIds, slotRecordRevs } from '$lib/records/initial-load';
import { RecordRouter, type JournalMemory } from './record-router';
import { RecordCollection } from './collection.svelte';
import type { Damage } from '$lib/records/manifest-format';
import { JournalError } from '$lib/records/journal-error';
import type { LibraryItem } from '$lib/model/library-item';
import { SlotRegistry } from './slot-registry.svelte';
import type { StoredEntry } from './sorted-entries';
import type { Annotations } from '$lib/model/annotations';
import { TabChannel } from './tab-channel';
import { libraryCodec, promptCodec, decodeVersion, labelOf } from '$lib/records/codec';
import type { Version } from '$lib/model/version';
import type { CustomPrompt } from '$lib/model/custom-prompt';
import { BackgroundLoader } from './background-loader.svelte';
import type { WorkOptions, RecordStore } from '$lib/records/record-store';
import { recordDeletion, type Settings, type SettingsChange } from '$lib/model/settings';
import type { SlotInfo } from '$lib/model/slot-info';
import { EntryCache } from './entry-cache.svelte';

export type { StoredEntry } from './sorted-entries';

export class Journal {
	readonly #records: RecordStore;
	readonly #memory: JournalMemory;
	readonly #router: RecordRouter;
	readonly #channel = new TabChannel((ids) => {
		// What another tab changed is read again with the next opening; nothing here depends on it.
		this.#router.reload(ids).catch(() => undefined);
	});
	#damage = $state.raw<readonly Damage[]>([]);
	readonly #loader: BackgroundLoader;
	readonly #commands: EntryCommands;
	readonly #closeController = new AbortController();
	/** Brings in what a file holds, and takes that back. */
	readonly importer: Importer;

	private constructor(records: RecordStore) {
		const entryCache = new EntryCache();
		this.#records = records;
		this.#memory = {
			entryCache,
			slotRegistry: new SlotRegistry(records),
			settingsStore: new SettingsStore(records),
			prompts: new RecordCollection(records, promptCodec),
			library: new RecordCollection(records, libraryCodec)
		};
		this.#router = new RecordRouter(records, this.#memory);
		records.setListener({
			refresh: (ids) => this.#router.refresh(ids),
			onWritten: (written, removed) => {
				this.#router.onWritten(written, removed);
				this.#channel.tell([...written.map(({ id }) => id), ...removed]);
			}
		});
		this.#loader = new BackgroundLoader(records, this.#router, entryCache, (damage) => {
			this.#damage = damage;
			// What stands in the way of that today does not tomorrow.
			this.deleteExpired().catch(() => undefined);
		});
		this.#commands = new EntryCommands(records, entryCache, (id) => this.reload(id));
		this.importer = new Importer(records, this.#memory, () => this.ensureLoaded());
	}

	/**
	 * Opens the journal as far as its first screen needs, the newest entries and all that is no entry, and
	 * returns it. The rest is opened behind it; `whole` waits for that. Damage is in `damage`, and hinders
	 * nothing else.
	 */
	static async load(records: RecordStore): Promise<Journal> {
		const journal = new Journal(records);
		try {
			const items = await records.readManifest();
			journal.#memory.slotRegistry.expect(slotRecordRevs(items));
			if (items) journal.#router.merge(await records.read(initialRecordIds(items)));
			else await journal.#loadAll();
			if (items) void journal.loadRest();
			return journal;
		} catch (error) {
			journal.close();
			throw error;
		}
	}

	/** Resolves when every record was opened, or when that had to stop. */
	get loaded(): Promise<void> {
		return this.#loader.done;
	}
	/** How far the entries are open: `reading`, `whole`, or `stopped`, and then `readRest` tries again. */
	get loadStatus(): BackgroundLoader['status'] {
		return this.#loader.status;
	}

	/** Opens all that is not open yet, a shard of the manifest at a time. */
	loadRest(): Promise<void> {
		return this.#loader.load();
	}

	/** Resolves when every entry is open, and tries once more what could not be read. Throws `incomplete` where some cannot be. */
	async ensureLoaded(): Promise<void> {
		await this.loaded;
		if (this.loadStatus === 'stopped') await this.loadRest();
		if (this.loadStatus !== 'whole') {
			throw new JournalError('incomplete', 'some could not be opened');
		}
	}

	/**
	 * Reads all there is from the disk, hidden, sealed and in the bin or not, with the last write before that;
	 * throws when it cannot be read.
	 */
	async readSnapshot(
		onProgress?: (fraction: number) => void
	): Promise<ReadSnapshot & { changeToken: string }> {
		const changeToken = await this.changeToken();
		return { ...(await readSnapshot(this.#records, onProgress)), changeToken };
	}

	/** What is another after anything was written on the disk, by whichever tab. Throws when it cannot be read. */
	async changeToken(): Promise<string> {
		await this.#memory.settingsStore.settled;
		return this.#records.changeToken();
	}

	/** All entries that are not in the bin, newest first. */
	get entries(): readonly Entry[] {
		return this.#memory.entryCache.entries;
	}
	/** Those in the bin, newest first. */
	get bin(): readonly Entry[] {
		return this.#memory.entryCache.bin;
	}
	get settings(): Settings {
		return this.#memory.settingsStore.settings;
	}
	/** The questions of the writer's own, oldest first. */
	get customPrompts(): readonly CustomPrompt[] {
		return this.#memory.prompts.all;
	}
	/** The companions kept here, and the original words of some. Throws when one could not be kept or removed. */
	get library(): RecordCollection<LibraryItem> {
		return this.#memory.library;
	}
	/** The key slots that belong to this journal. */
	get slots(): readonly SlotInfo[] {
		return this.#memory.slotRegistry.infos;
	}
	/** What of the journal is not as it was left. A missing entry that was brought back is no longer missing. */
	get damage(): readonly Damage[] {
		return this.#damage.filter(({ code, id }) => code !== 'missing' || !this.find(id));
	}

	/** An entry with its revision, in the bin or not; null where there is none of this id. */
	find(id: string): StoredEntry | null {
		return this.#memory.entryCache.find(id);
	}

	/** The entries that answered a prompt, newest first. */
	answersTo(promptId: string): readonly Entry[] {
		return this.entries.filter((entry) => entry.question?.promptId === promptId);
	}

	/** The earlier texts of an entry, oldest first. Opens them from the disk. */
	async versionsOf(entry: Entry): Promise<Version[]> {
		const records = await this.#records.read(entry.versions);
		const byId = new Map(records.map((record) => [record.id, decodeVersion(record)]));
		return entry.versions.flatMap((id) => byId.get(id) ?? []);
	}

	/**
	 * Keeps an entry in place of revision `was` (null: a new one), with the earlier texts it is to keep.
	 * Resolves when it is on the disk; null if another tab has changed the entry meanwhile, and nothing
	 * was written. Throws a typed error when it could not be kept.
	 */
	save(
		entry: Entry,
		baseRev: number | null,
		versions: Version[] = []
	): Promise<StoredEntry | null> {
		return this.#commands.save(entry, baseRev, versions);
	}

	/**
	 * Says the same of several entries, all in one transaction. Resolves when it is on the disk; throws a typed
	 * error when it could not be kept, and then nothing has changed. An id that is not there is passed over.
	 */
	annotateAll(
		ids: readonly string[],
		change: (entry: Entry) => Partial<Annotations>
	): Promise<void> {
		return this.#commands.annotateAll(ids, change);
	}

	/** Lets go of every entry whose time in the bin is over. Resolves when that is done; throws what failed. */
	async deleteExpired(): Promise<void> {
		for (const entry of this.bin.filter((one) => isExpired(one))) await this.delete(entry.id);
	}

	/** Reads one entry from the disk, as another tab may have left it; null where there is none. Throws when it cannot be read. */
	async reload(id: string): Promise<StoredEntry | null> {
		await this.#router.reload([id]);
		return this.find(id);
	}

	/**
	 * Removes an entry and its earlier texts for good. Resolves when they are gone from the disk; throws a
	 * typed error when that could not be done, and then everything is as it was.
	 */
	async delete(id: string): Promise<void> {
		await this.#commands.delete(id);
		await this.#memory.settingsStore.change(recordDeletion(id));
	}

	/** Keeps a question of the writer's own. Throws when it could not be kept. */
	savePrompt(prompt: CustomPrompt): Promise<void> {
		return this.#memory.prompts.save(prompt);
	}

	/** Removes a question of the writer's own; its answers keep its words. Throws when it could not be. */
	deletePrompt(id: string): Promise<void> {
		return this.#memory.prompts.delete([id]);
	}

	/** Takes a changed choice: at once on the screen, and sealed on the disk. */
	changeSettings(change: SettingsChange): Promise<void> {
		return this.#memory.settingsStore.change(change);
	}

	/** What is known of the key slots, and of the list of them. */
	get slotRegistry(): SlotRegistry {
		return this.#memory.slotRegistry;
	}

	/** Changes what is known of the key slots; `change` is asked again where another tab was first. Throws when it could not be kept. */
	changeSlotInfos(change: (infos: readonly SlotInfo[]) => readonly SlotInfo[]): Promise<void> {
		return this.#memory.slotRegistry.change(change);
	}

	/**
	 * Seals the whole journal anew under the next epoch of its vault, with only the slots left that `plan` says, in one
	 * transaction: it is wholly old or wholly new. `plan` is asked again where another tab was first. It can be followed,
	 * and stopped before that transaction.
	 */
	async rekey(
		next: Vault,
		plan: () => Promise<{ infos: readonly SlotInfo[]; rows: readonly SlotRow[] }>,
		work?: WorkOptions
	): Promise<void> {
		await this.#memory.settingsStore.settled;
		const changes = async (): Promise<RekeyChanges> => {
			const { infos, rows } = await plan();
			return { write: [this.#memory.slotRegistry.toRecord(infos)], slots: rows };
		};
		await this.#records.rekey(next, changes, work);
	}

	/** After damage was shown: what is there now counts as the whole journal. Removes nothing. */
	async rebuildManifest(): Promise<void> {
		await this.#records.rebuildManifest(labelOf);
		await this.#loadAll();
	}

	/** Aborted when the journal is closed: whatever holds words of it ends then. */
	get closedSignal(): AbortSignal {
		return this.#closeController.signal;
	}

	/** Stops listening to other tabs, and reading. */
	close(): void {
		this.#loader.stop();
		this.#channel.close();
		this.#closeController.abort();
	}

	/** Drops all that is open, and ends the vault and the storage: nothing is read or kept any more. */
	dispose(): void {
		this.close();
		this.#records.close();
		this.#memory.entryCache.clear();
		this.#memory.slotRegistry.clear();
		this.#memory.settingsStore.clear();
		this.#memory.prompts.evict();
		this.#memory.library.evict();
		this.#damage = [];
	}

	async #loadAll(): Promise<void> {
		const { records, damage } = await this.#records.readAll();
		this.#damage = damage;
		this.#memory.entryCache.clear();
		this.#loader.skip();
		this.#router.merge(records);
	}
}
