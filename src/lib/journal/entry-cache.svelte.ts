import type { Entry } from '$lib/model/entry';
import { upsertSorted, type StoredEntry } from './sorted-entries';

/**
 * The decrypted entries of a journal, newest first, each with its revision; those in the bin are a list of their own.
 */
export class EntryCache {
	/** Newest first. */
	#stored = $state.raw<readonly StoredEntry[]>([]);
	/** The same by id. It is not reactive: its readers read `#stored` too, which is. */
	readonly #byId = new Map<string, StoredEntry>();
	/** The ids of removed entries: a read that was under way must not bring them back. */
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
		// The list is read too, so that the caller depends on changes.
		return this.#stored.length > 0 ? (this.#byId.get(id) ?? null) : null;
	}

	isDeleted(id: string): boolean {
		return this.#deletedIds.has(id);
	}

	/** Takes over entries that were just saved. */
	upsert(changed: readonly StoredEntry[]): void {
		if (changed.length === 0) return;
		this.#stored = upsertSorted(this.#stored, changed, (id) => this.#byId.get(id));
		for (const one of changed) this.#byId.set(one.entry.id, one);
		this.undelete(changed.map(({ entry }) => entry.id));
	}

	/** Allows entries that were removed once and are on the disk again. */
	undelete(ids: readonly string[]): void {
		for (const id of ids) this.#deletedIds.delete(id);
	}

	/** Merges entries that were read: one that a save or a removal has overtaken does not restore the older state. */
	merge(loaded: readonly StoredEntry[]): void {
		this.upsert(
			loaded.filter(({ entry: { id }, rev }) => {
				return !this.isDeleted(id) && rev >= (this.#byId.get(id)?.rev ?? 0);
			})
		);
	}

	/** Drops entries that this tab, or another one, has removed. */
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
