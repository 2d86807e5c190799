import type { Entry } from './entry';
import { withPlaced, type Stored } from './newest-first';

/** The open entries of a journal, newest first, each with its revision; those in the bin stand apart. */
export class StoredEntries {
	/** Newest first. */
	#stored = $state.raw<readonly Stored[]>([]);
	/** The same by id. It tells nobody of a change: whoever reads it reads `#stored` too, which does. */
	readonly #byId = new Map<string, Stored>();
	/** Ids of what was removed: a reading that was under way must not bring it back. */
	readonly #gone = new Set<string>();
	readonly #entries = $derived(this.#all(({ binned }) => binned === null));
	readonly #bin = $derived(this.#all(({ binned }) => binned !== null));

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
	find(id: string): Stored | null {
		// The list is read too: whoever asks for an entry is to hear of its change.
		return this.#stored.length > 0 ? (this.#byId.get(id) ?? null) : null;
	}

	isGone(id: string): boolean {
		return this.#gone.has(id);
	}

	/** Takes over entries that were kept just now. */
	place(changed: readonly Stored[]): void {
		if (changed.length === 0) return;
		this.#stored = withPlaced(this.#stored, changed, (id) => this.#byId.get(id));
		for (const one of changed) this.#byId.set(one.entry.id, one);
		this.notGone(changed.map(({ entry }) => entry.id));
	}

	/** These are on the disk, though they were removed once: they were brought back. */
	notGone(ids: readonly string[]): void {
		for (const id of ids) this.#gone.delete(id);
	}

	/** Takes in entries that were read: one that a save or a removal has overtaken does not put the older state back. */
	takeIn(read: readonly Stored[]): void {
		this.place(
			read.filter(({ entry: { id }, rev }) => {
				return !this.isGone(id) && rev >= (this.#byId.get(id)?.rev ?? 0);
			})
		);
	}

	/** Forgets entries that this tab, or another one, removed. */
	forget(ids: readonly string[]): void {
		if (ids.length === 0) return;
		for (const id of ids) {
			this.#gone.add(id);
			this.#byId.delete(id);
		}
		const forgotten = new Set(ids);
		this.#stored = this.#stored.filter(({ entry }) => !forgotten.has(entry.id));
	}

	/** Drops them all. */
	empty(): void {
		this.#byId.clear();
		this.#stored = [];
	}

	#all(holds: (entry: Entry) => boolean): Entry[] {
		return this.#stored.flatMap(({ entry }) => (holds(entry) ? [entry] : []));
	}
}
