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

/** So many records that another tab changed are read at once. */
const BATCH_SIZE = 500;

/** Who holds what of an open journal. */
export interface JournalMemory {
	entryCache: EntryCache;
	slotRegistry: SlotRegistry;
	settingsStore: SettingsStore;
	prompts: RecordCollection<CustomPrompt>;
	library: RecordCollection<LibraryItem>;
}

/** Brings records as they are on the disk to those who hold them while a journal is open. */
export class RecordRouter implements RecordListener {
	readonly #records: RecordStore;
	readonly #memory: JournalMemory;

	constructor(records: RecordStore, memory: JournalMemory) {
		this.#records = records;
		this.#memory = memory;
	}

	/** Takes over what is no entry, and returns the entries, which are still to be taken in. */
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

	/** Takes over all of them, as far as nothing newer is known. */
	merge(records: readonly DecryptedRecord[]): void {
		this.#memory.entryCache.merge(this.route(records));
	}

	/** Reads records anew, as another tab may have left them. Throws when they cannot be read. */
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
		// A file that another tab brought in may have changed thousands.
		for (let start = 0; start < ids.length; start += BATCH_SIZE) {
			const batch = ids.slice(start, start + BATCH_SIZE);
			const records = await this.#records.read(batch);
			// What is there by now was brought back, whatever was removed before; what is not goes below.
			this.#memory.entryCache.undelete(batch);
			accept(records);
			this.#evict(await this.#records.missingIds(batch));
		}
	}

	/** What was written or read while nothing else is written holds, also where one was removed and its revisions begin again. */
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
