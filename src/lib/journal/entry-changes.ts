import type { Entry } from './entry';
import type { Stored } from './newest-first';
import { notesOf, sameNotes, type Notes } from './notes';
import { entryRecord, versionRecord, type Version } from './record-kinds';
import type { SealedRecords } from './sealed-records';
import type { StoredEntries } from './stored-entries.svelte';

/** Changes the entries of an open journal, each change in one transaction. */
export class EntryChanges {
	readonly #records: SealedRecords;
	readonly #stored: StoredEntries;
	readonly #reread: (id: string) => Promise<Stored | null>;

	/** `reread` reads an entry from the disk; null where there is none. */
	constructor(
		records: SealedRecords,
		stored: StoredEntries,
		reread: (id: string) => Promise<Stored | null>
	) {
		this.#records = records;
		this.#stored = stored;
		this.#reread = reread;
	}

	/** Keeps an entry in place of revision `was`; null, and nothing written, if another tab was first. */
	async keep(entry: Entry, was: number | null, versions: Version[]): Promise<Stored | null> {
		const write = [entryRecord(entry, was), ...versions.map(versionRecord)];
		const kept = await this.#records.update((moved) => (moved.length > 0 ? null : { write }));
		return kept && { entry, rev: (was ?? 0) + 1 };
	}

	/** Says the same of several entries, of all or of none. */
	async noteAll(ids: readonly string[], change: (entry: Entry) => Partial<Notes>): Promise<void> {
		await this.#records.update(() => ({
			write: ids.flatMap((id) => {
				const stored = this.#stored.find(id);
				if (!stored) return [];
				const entry: Entry = { ...stored.entry, ...change(stored.entry) };
				return sameNotes(notesOf(entry), stored.entry) ? [] : [entryRecord(entry, stored.rev)];
			})
		}));
	}

	/** Removes an entry and its earlier texts. */
	async letGo(id: string): Promise<void> {
		await this.#records.update(async () => {
			const stored = this.#stored.find(id) ?? (await this.#reread(id));
			if (!stored) return null;
			const versions = await this.#records.read(stored.entry.versions);
			const remove = versions.map((version) => ({ id: version.id, was: version.rev }));
			return { remove: [{ id, was: stored.rev }, ...remove] };
		});
	}
}
