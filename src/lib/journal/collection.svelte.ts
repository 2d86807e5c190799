import type { RecordWrite, DecryptedRecord, RecordStore } from '$lib/records/record-store';

/** The codec of one kind of record, and the order of its items. */
interface RecordCodec<T> {
	encode: (one: T, baseRev: number | null) => RecordWrite;
	/** Null for a record of another kind. */
	decode: (record: DecryptedRecord) => T | null;
	/** The sort key, in milliseconds; the least comes first. */
	sortKey: (one: T) => number;
}

/** All records of one kind in an open journal, in their order; there are few of them. */
export class RecordCollection<T extends { id: string }> {
	readonly #records: RecordStore;
	readonly #codec: RecordCodec<T>;
	#stored = $state.raw<readonly { one: T; rev: number }[]>([]);
	readonly #items = $derived(this.#stored.map(({ one }) => one));

	constructor(records: RecordStore, codec: RecordCodec<T>) {
		this.#records = records;
		this.#codec = codec;
	}

	get all(): readonly T[] {
		return this.#items;
	}

	/** Saves an item, new or changed; of two tabs the last one wins. Throws a typed error when it could not be saved. */
	save(one: T): Promise<void> {
		return this.update(one.id, () => one);
	}

	/**
	 * Replaces the item with this id by what `next` returns; null means none, before and after. `next` is called again on a
	 * conflict with another tab. Throws what it throws, and a typed error when it could not be saved.
	 */
	async update(id: string, next: (current: T | null) => T | null): Promise<void> {
		await this.#records.update(() => {
			const known = this.#find(id);
			const one = next(known?.one ?? null);
			if (one) {
				return one === known?.one ? null : { write: [this.#codec.encode(one, known?.rev ?? null)] };
			}
			return { remove: known ? [{ id, baseRev: known.rev }] : [] };
		});
	}

	/** Removes these items, all or none. Throws a typed error when they could not be removed. */
	async delete(ids: readonly string[]): Promise<void> {
		await this.#records.update(() => {
			const known = ids.flatMap((id) => this.#find(id) ?? []);
			return { remove: known.map(({ one, rev }) => ({ id: one.id, baseRev: rev })) };
		});
	}

	/** Takes over a record that was read from the disk; ignores records of other kinds. */
	load(record: DecryptedRecord): void {
		const one = this.#codec.decode(record);
		if (one && record.rev >= (this.#find(one.id)?.rev ?? 0)) this.#upsert(one, record.rev);
	}

	/** Drops the items with these ids, or all, from memory. */
	evict(ids?: ReadonlySet<string>): void {
		const left = ids ? this.#stored.filter(({ one }) => !ids.has(one.id)) : [];
		// No change is signalled where nothing changed.
		if (left.length < this.#stored.length) this.#stored = left;
	}

	#find(id: string): { one: T; rev: number } | undefined {
		return this.#stored.find(({ one }) => one.id === id);
	}

	#upsert(one: T, rev: number): void {
		const { sortKey } = this.#codec;
		const rest = this.#stored.filter((other) => other.one.id !== one.id);
		this.#stored = [...rest, { one, rev }].sort((a, b) => sortKey(a.one) - sortKey(b.one));
	}
}
