import type { Entry } from './entry';
import { JournalError } from './journal-error';
import type { Stored } from './newest-first';
import { notesOf, sameNotes, type Notes } from './notes';
import { entryRecord, versionRecord, type Version } from './record-kinds';
import type { SealedRecords } from './sealed-records';
import type { StoredEntries } from './stored-entries.svelte';

/** How often a change is tried anew when another tab was first. */
const ATTEMPTS = 3;

/** Changes the entries of an open journal: each change in one transaction, and told to the other tabs. */
export class EntryChanges {
	readonly #records: SealedRecords;
	readonly #stored: StoredEntries;
	readonly #tell: (ids: string[]) => void;
	readonly #refresh: (ids: string[]) => Promise<void>;

	/** `tell` is called with the ids of what has changed on the disk; `refresh` reads entries from there. */
	constructor(
		records: SealedRecords,
		stored: StoredEntries,
		tell: (ids: string[]) => void,
		refresh: (ids: string[]) => Promise<void>
	) {
		this.#records = records;
		this.#stored = stored;
		this.#tell = tell;
		this.#refresh = refresh;
	}

	/** Keeps an entry in place of revision `was`; null, and nothing written, if another tab was first. */
	async keep(entry: Entry, was: number | null, versions: Version[]): Promise<Stored | null> {
		const plain = [entryRecord(entry, was), ...versions.map(versionRecord)];
		const { moved } = await this.#records.write(plain);
		if (moved.length > 0) return null;
		const stored = { entry, rev: (was ?? 0) + 1 };
		this.#stored.place([stored]);
		this.#tell(plain.map(({ id }) => id));
		return stored;
	}

	/** Says the same of several entries, of all or of none. Throws `busy` where other tabs are always first. */
	async noteAll(ids: readonly string[], change: (entry: Entry) => Partial<Notes>): Promise<void> {
		for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
			const next = ids.flatMap((id) => {
				const stored = this.#stored.find(id);
				if (!stored) return [];
				const entry: Entry = { ...stored.entry, ...change(stored.entry) };
				return sameNotes(notesOf(entry), stored.entry) ? [] : [{ entry, rev: stored.rev }];
			});
			if (next.length === 0) return;
			const { moved } = await this.#records.write(
				next.map(({ entry, rev }) => entryRecord(entry, rev))
			);
			if (moved.length === 0) {
				this.#stored.place(next.map(({ entry, rev }) => ({ entry, rev: rev + 1 })));
				this.#tell(next.map(({ entry }) => entry.id));
				return;
			}
			await this.#refresh(moved);
		}
		throw new JournalError('busy', 'another tab keeps changing these entries');
	}

	/** Removes an entry and its earlier texts. Throws `busy` where other tabs are always first. */
	async letGo(id: string): Promise<void> {
		for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
			let stored = this.#stored.find(id);
			if (!stored) {
				await this.#refresh([id]);
				stored = this.#stored.find(id);
			}
			if (!stored) return;
			const versions = await this.#records.read(stored.entry.versions);
			const removed = [
				{ id, was: stored.rev },
				...versions.map((version) => ({ id: version.id, was: version.rev }))
			];
			const { moved } = await this.#records.write([], removed);
			if (moved.length === 0) {
				this.#stored.forget([id]);
				this.#tell([id]);
				return;
			}
			await this.#refresh([id]);
		}
		throw new JournalError('busy', 'another tab keeps changing this entry');
	}
}
