import type { RecordListener } from '$lib/records/changes';
import type { SettingsStore } from './settings-store.svelte';
import type { SlotRegistry } from './slot-registry.svelte';
import type { StoredEntry } from './sorted-entries';
import type { RecordCollection } from './collection.svelte';
import type { LibraryItem } from '$lib/model/library-item';
import type { CustomPrompt } from '$lib/model/custom-prompt';
import { decodeEntry } from '$lib/records/codec';
import type { DecryptedRecord, RecordStore } from '$lib/records/record-store';
import type { EntryCache } from './entry-cache.svelte';

/** The number of records changed by another tab that are read at once. */
const BATCH_SIZE = 500;

/** The caches and collections of an open journal. */
export interface JournalMemory {
	entryCache: EntryCache;
	slotRegistry: SlotRegistry;
	settingsStore: SettingsStore;
	prompts: RecordCollection<CustomPrompt>;
	library: RecordCollection<LibraryItem>;
}

/** Routes records that were read from the disk to the caches of an open journal. */
export class RecordRouter implements RecordListener {
	readonly #records: RecordStore;
	readonly #memory: JournalMemory;

	constructor(records: RecordStore, memory: JournalMemory) {
		this.#records = records;
		this.#memory = memory;
	}

	/** Takes over all records but entries, and returns the entries, which are still to be merged. */
	route(records: readonly DecryptedRecord[]): StoredEntry[] {
		const { entryCache, slotRegistry, settingsStore, prompts, library } = this.#memory;
		const entries: StoredEntry[] = [];
		for (const record of records) {
			if (entryCache.isDeleted(record.id)) continue;
			const entry = decodeEntry(record);
			if (entry) {
				entries.push({ entry, rev: record.rev });
				continue;
			}
			slotRegistry.load(record);
			settingsStore.load(record);
			prompts.load(record);
			library.load(record);
		}
		return entries;
	}

	/** Takes over all records, as far as nothing newer is known. */
	merge(records: readonly DecryptedRecord[]): void {
		this.#memory.entryCache.merge(this.route(records));
	}

	/** Rereads records, which another tab may have changed. Throws when they cannot be read. */
	async reload(ids: readonly string[]): Promise<void> {
		await this.#readBatches(ids, (records) => {
			this.merge(records);
		});
	}

	async refresh(ids: readonly string[]): Promise<void> {
		await this.#readBatches(ids, (records) => {
			this.#replace(records);
		});
	}

	onWritten(records: readonly DecryptedRecord[], removed: readonly string[]): void {
		this.#memory.entryCache.undelete(records.map(({ id }) => id));
		this.#replace(records);
		this.#evict(removed);
	}

	async #readBatches(
		ids: readonly string[],
		accept: (records: DecryptedRecord[]) => void
	): Promise<void> {
		// An import in another tab may have changed thousands.
		for (let start = 0; start < ids.length; start += BATCH_SIZE) {
			const batch = ids.slice(start, start + BATCH_SIZE);
			const records = await this.#records.read(batch);
			// A removed record that is there again was restored; one that is missing is evicted below.
			this.#memory.entryCache.undelete(batch);
			accept(records);
			this.#evict(await this.#records.missingIds(batch));
		}
	}

	/**
	 * Replaces records that were written, or read while nothing else is written, also where one was removed and its
	 * revisions begin again.
	 */
	#replace(records: readonly DecryptedRecord[]): void {
		const { entryCache, prompts, library } = this.#memory;
		const ids = new Set(records.map(({ id }) => id));
		prompts.evict(ids);
		library.evict(ids);
		entryCache.upsert(this.route(records));
	}

	#evict(ids: readonly string[]): void {
		const { entryCache, prompts, library } = this.#memory;
		entryCache.evict(ids);
		prompts.evict(new Set(ids));
		library.evict(new Set(ids));
	}
}
