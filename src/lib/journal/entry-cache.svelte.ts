import type { Entry } from '$lib/model/entry';
import { upsertSorted, type StoredEntry } from './sorted-entries';

/** The open entries of a journal, newest first, each with its revision; those in the bin stand apart. */
export class EntryCache {
	/** Newest first. */
	#stored = $state.raw<readonly StoredEntry[]>([]);
	/** The same by id. It tells nobody of a change: whoever reads it reads `#stored` too, which does. */
	readonly #byId = new Map<string, StoredEntry>();
	/** Ids of what was removed: a reading that was under way must not bring it back. */
	readonly #deletedIds = new Set<string>();
	readonly #entries = $derived(this.#filter(({ binned }) => binned === null));
	readonly #bin = $derived(this.#filter(({ binned }) => binned !== null));

	/** All entries that are not in the bin, newest first. */
	get entries(): readonly Entry[] {
		return this.#entries;
	}
	/** Those in the bin, newest first. */
	get bin(): readonly Entry[] {
		return this.#bin;
	}
	/** How many there are, the bin included. */
	get size(): number {
		return this.#stored.length;
	}

	/** An entry with its revision, in the bin or not; null where there is none of this id. */
	find(id: string): StoredEntry | null {
		// The list is read too: whoever asks for an entry is to hear of its change.
		return this.#stored.length > 0 ? (this.#byId.get(id) ?? null) : null;
	}

	isDeleted(id: string): boolean {
		return this.#deletedIds.has(id);
	}

	/** Takes over entries that were kept just now. */
	upsert(changed: readonly StoredEntry[]): void {
		if (changed.length === 0) return;
		this.#stored = upsertSorted(this.#stored, changed, (id) => this.#byId.get(id));
		for (const one of changed) this.#byId.set(one.entry.id, one);
		this.undelete(changed.map(({ entry }) => entry.id));
	}

	/** These are on the disk, though they were removed once: they were brought back. */
	undelete(ids: readonly string[]): void {
		for (const id of ids) this.#deletedIds.delete(id);
	}

	/** Takes in entries that were read: one that a save or a removal has overtaken does not put the older state back. */
	merge(loaded: readonly StoredEntry[]): void {
		this.upsert(
			loaded.filter(({ entry: { id }, rev }) => {
				return !this.isDeleted(id) && rev >= (this.#byId.get(id)?.rev ?? 0);
			})
		);
	}

	/** Forgets entries that this tab, or another one, removed. */
	evict(ids: readonly string[]): void {
		if (ids.length === 0) return;
		for (const id of ids) {
			this.#deletedIds.add(id);
			this.#byId.delete(id);
		}
		const evicted = new Set(ids);
		this.#stored = this.#stored.filter(({ entry }) => !evicted.has(entry.id));
	}

	/** Drops them all. */
	clear(): void {
		this.#byId.clear();
		this.#stored = [];
	}

	#filter(predicate: (entry: Entry) => boolean): Entry[] {
		return this.#stored.flatMap(({ entry }) => (predicate(entry) ? [entry] : []));
	}
}
