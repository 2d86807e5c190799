/**
 * The journal: all entries of one person, open.
 *
 * Every change is encrypted first and then written in one transaction; `entries` and `settings` follow what is on the
 * disk, in this tab and, through a channel between tabs that carries ids only, in every other one. When two tabs change
 * one entry, both texts are stored. What cannot be decrypted is named and left alone.
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
import { openChangesChannel } from './changes-channel';
import { libraryCodec, promptCodec, decodeVersion, labelOf } from '$lib/records/codec';
import type { Version } from '$lib/model/schema/entry';
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
	readonly #channel = openChangesChannel();
	#damage = $state.raw<readonly Damage[]>([]);
	readonly #loader: BackgroundLoader;
	readonly #commands: EntryCommands;
	readonly #closeController = new AbortController();
	/** Imports snapshots, and undoes that. */
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
		this.#channel.subscribe((ids) => {
			// After a failure another tab's changes are read with the next opening; nothing here depends on them.
			this.#router.reload(ids).catch(() => undefined);
		});
		records.setListener({
			refresh: (ids) => this.#router.refresh(ids),
			onWritten: (written, removed) => {
				this.#router.onWritten(written, removed);
				this.#channel.post([...written.map(({ id }) => id), ...removed]);
			}
		});
		this.#loader = new BackgroundLoader(records, this.#router, entryCache, (damage) => {
			this.#damage = damage;
			// What fails today is tried again tomorrow.
			this.deleteExpired().catch(() => undefined);
		});
		this.#commands = new EntryCommands(records, entryCache, (id) => this.reload(id));
		this.importer = new Importer(records, this.#memory, () => this.ensureLoaded());
	}

	/**
	 * Loads the journal as far as its first screen needs, the newest entries and every record that is no entry, and
	 * returns it. The rest is loaded in the background. Damage is in `damage`, and hinders nothing else.
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

	/** Resolves when every record was loaded, or when that had to stop. */
	get loaded(): Promise<void> {
		return this.#loader.done;
	}
	/** The loading state of the entries: `reading`, `whole`, or `stopped`, and then loading can be tried again. */
	get loadStatus(): BackgroundLoader['status'] {
		return this.#loader.status;
	}

	/** Loads what is not loaded yet, a shard of the manifest at a time. */
	loadRest(): Promise<void> {
		return this.#loader.load();
	}

	/**
	 * Resolves when every entry is loaded, and retries once what could not be read. Throws `incomplete` where some
	 * cannot be.
	 */
	async ensureLoaded(): Promise<void> {
		await this.loaded;
		if (this.loadStatus === 'stopped') await this.loadRest();
		if (this.loadStatus !== 'whole') {
			throw new JournalError('incomplete', 'some could not be opened');
		}
	}

	/**
	 * Reads a snapshot from the disk, hidden, time-locked and binned entries included, with the change token from
	 * before it was read. Throws when it cannot be read.
	 */
	async readSnapshot(
		onProgress?: (fraction: number) => void
	): Promise<ReadSnapshot & { changeToken: string }> {
		const changeToken = await this.changeToken();
		return { ...(await readSnapshot(this.#records, onProgress)), changeToken };
	}

	/** A token that changes with every write of any tab. Throws when it cannot be read. */
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
	/** The custom prompts, oldest first. */
	get customPrompts(): readonly CustomPrompt[] {
		return this.#memory.prompts.all;
	}
	/** The stored companions, and the original words of some. */
	get library(): RecordCollection<LibraryItem> {
		return this.#memory.library;
	}
	/** The key slots that belong to this journal. */
	get slots(): readonly SlotInfo[] {
		return this.#memory.slotRegistry.infos;
	}
	/** The damage that was found. A missing entry that was imported again is no longer missing. */
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

	/** Reads the earlier texts of an entry, oldest first. */
	async versionsOf(entry: Entry): Promise<Version[]> {
		const records = await this.#records.read(entry.versions);
		const byId = new Map(records.map((record) => [record.id, decodeVersion(record)]));
		return entry.versions.flatMap((id) => byId.get(id) ?? []);
	}

	/**
	 * Saves an entry that replaces revision `baseRev` (null: a new one), with its new earlier texts. Resolves when it
	 * is on the disk; null, and nothing written, on a conflict with another tab. Throws a typed error when it could
	 * not be saved.
	 */
	save(
		entry: Entry,
		baseRev: number | null,
		versions: Version[] = []
	): Promise<StoredEntry | null> {
		return this.#commands.save(entry, baseRev, versions);
	}

	/**
	 * Changes the annotations of several entries in one transaction. Resolves when they are on the disk; throws a typed
	 * error when they could not be saved, and then nothing has changed. Unknown ids are ignored.
	 */
	annotateAll(
		ids: readonly string[],
		change: (entry: Entry) => Partial<Annotations>
	): Promise<void> {
		return this.#commands.annotateAll(ids, change);
	}

	/** Deletes every entry whose time in the bin is over. Throws what failed. */
	async deleteExpired(): Promise<void> {
		for (const entry of this.bin.filter((one) => isExpired(one))) await this.delete(entry.id);
	}

	/**
	 * Rereads one entry, which another tab may have changed; null where there is none. Throws when it cannot be read.
	 */
	async reload(id: string): Promise<StoredEntry | null> {
		await this.#router.reload([id]);
		return this.find(id);
	}

	/**
	 * Deletes an entry and its earlier texts for good. Resolves when they are gone from the disk; throws a typed error
	 * when that could not be done, and then nothing has changed.
	 */
	async delete(id: string): Promise<void> {
		await this.#commands.delete(id);
		await this.#memory.settingsStore.change(recordDeletion(id));
	}

	/** Saves a custom prompt. Throws when it could not be saved. */
	savePrompt(prompt: CustomPrompt): Promise<void> {
		return this.#memory.prompts.save(prompt);
	}

	/** Removes a custom prompt; its answers keep its words. Throws when it could not be removed. */
	deletePrompt(id: string): Promise<void> {
		return this.#memory.prompts.delete([id]);
	}

	/** Changes settings, at once on the screen, and then on the disk. */
	changeSettings(change: SettingsChange): Promise<void> {
		return this.#memory.settingsStore.change(change);
	}

	/** The registry of the key slots. */
	get slotRegistry(): SlotRegistry {
		return this.#memory.slotRegistry;
	}

	/** Changes the list of key slots; `change` is called again on a conflict. Throws when it could not be saved. */
	changeSlotInfos(change: (infos: readonly SlotInfo[]) => readonly SlotInfo[]): Promise<void> {
		return this.#memory.slotRegistry.change(change);
	}

	/**
	 * Encrypts the whole journal under the next epoch of its vault, with only the key slots of `plan`, in one
	 * transaction: it is wholly old or wholly new. `plan` is called again on a conflict. It reports progress, and can
	 * be cancelled before that transaction.
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

	/** Rebuilds the manifest from the records that are there, after damage was shown. Removes nothing. */
	async rebuildManifest(): Promise<void> {
		await this.#records.rebuildManifest(labelOf);
		await this.#loadAll();
	}

	/** Aborted when the journal is closed: all that holds its words has to end then. */
	get closedSignal(): AbortSignal {
		return this.#closeController.signal;
	}

	/** Stops listening to other tabs, and loading. */
	close(): void {
		this.#loader.stop();
		this.#channel.close();
		this.#closeController.abort();
	}

	/** Drops everything that is loaded, and closes the vault and the storage. */
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
