import type { Entry } from '$lib/model/entry';
import type { StoredEntry } from './sorted-entries';
import { annotationsOf, sameAnnotations, type Annotations } from '$lib/model/annotations';
import { encodeEntry, encodeVersion } from '$lib/records/codec';
import type { Version } from '$lib/model/schema/entry';
import type { RecordStore } from '$lib/records/record-store';
import type { EntryCache } from './entry-cache.svelte';

/** Changes the entries of an open journal, each change in one transaction. */
export class EntryCommands {
	readonly #records: RecordStore;
	readonly #entryCache: EntryCache;
	readonly #reload: (id: string) => Promise<StoredEntry | null>;

	/** `reload` rereads an entry from the disk; null where there is none. */
	constructor(
		records: RecordStore,
		entryCache: EntryCache,
		reload: (id: string) => Promise<StoredEntry | null>
	) {
		this.#records = records;
		this.#entryCache = entryCache;
		this.#reload = reload;
	}

	/** Saves an entry that replaces revision `baseRev`; null, and nothing written, on a conflict with another tab. */
	async save(
		entry: Entry,
		baseRev: number | null,
		versions: Version[]
	): Promise<StoredEntry | null> {
		const write = [encodeEntry(entry, baseRev), ...versions.map(encodeVersion)];
		const saved = await this.#records.update((conflicts) =>
			conflicts.length > 0 ? null : { write }
		);
		return saved && { entry, rev: (baseRev ?? 0) + 1 };
	}

	/** Changes the annotations of several entries, of all or of none. */
	async annotateAll(
		ids: readonly string[],
		change: (entry: Entry) => Partial<Annotations>
	): Promise<void> {
		await this.#records.update(() => ({
			write: ids.flatMap((id) => {
				const stored = this.#entryCache.find(id);
				if (!stored) return [];
				const entry: Entry = { ...stored.entry, ...change(stored.entry) };
				return sameAnnotations(annotationsOf(entry), stored.entry)
					? []
					: [encodeEntry(entry, stored.rev)];
			})
		}));
	}

	/** Deletes an entry and its earlier texts. */
	async delete(id: string): Promise<void> {
		await this.#records.update(async () => {
			const stored = this.#entryCache.find(id) ?? (await this.#reload(id));
			if (!stored) return null;
			const versions = await this.#records.read(stored.entry.versions);
			const remove = versions.map((version) => ({ id: version.id, baseRev: version.rev }));
			return { remove: [{ id, baseRev: stored.rev }, ...remove] };
		});
	}
}
