import type { Plain, Read, SealedRecords } from './sealed-records';

/** What such a record is: how it is written and read, and by what they stand in order. */
interface Kind<T> {
	record: (one: T, was: number | null) => Plain;
	/** Null for a record of another kind. */
	read: (record: Read) => T | null;
	/** Milliseconds; the least comes first. */
	order: (one: T) => number;
}

/** The records of one kind in an open journal, in their order. There are few of them, and all are held. */
export class Held<T extends { id: string }> {
	readonly #records: SealedRecords;
	readonly #kind: Kind<T>;
	#all = $state.raw<readonly { one: T; rev: number }[]>([]);
	readonly #ones = $derived(this.#all.map(({ one }) => one));

	constructor(records: SealedRecords, kind: Kind<T>) {
		this.#records = records;
		this.#kind = kind;
	}

	get all(): readonly T[] {
		return this.#ones;
	}

	/** Keeps one, new or changed; of two tabs the last one holds. Throws a typed error when it could not be kept. */
	keep(one: T): Promise<void> {
		return this.update(one.id, () => one);
	}

	/**
	 * Puts what `next` returns in place of the one with this id; null stands for none, before and after. `next` is asked
	 * again where another tab was first. Throws what it throws, and a typed error when it could not be done.
	 */
	async update(id: string, next: (there: T | null) => T | null): Promise<void> {
		await this.#records.update(() => {
			const known = this.#find(id);
			const one = next(known?.one ?? null);
			if (one) {
				return one === known?.one ? null : { write: [this.#kind.record(one, known?.rev ?? null)] };
			}
			return { remove: known ? [{ id, was: known.rev }] : [] };
		});
	}

	/** Removes these, all or none. Throws a typed error when they could not be. */
	async remove(ids: readonly string[]): Promise<void> {
		await this.#records.update(() => {
			const known = ids.flatMap((id) => this.#find(id) ?? []);
			return { remove: known.map(({ one, rev }) => ({ id: one.id, was: rev })) };
		});
	}

	/** Takes over one as it was read from the disk; leaves records of other kinds alone. */
	take(record: Read): void {
		const one = this.#kind.read(record);
		if (one && record.rev >= (this.#find(one.id)?.rev ?? 0)) this.#place(one, record.rev);
	}

	/** Drops those with these ids, or all, from memory. */
	forget(ids?: ReadonlySet<string>): void {
		const left = ids ? this.#all.filter(({ one }) => !ids.has(one.id)) : [];
		// Whoever shows them hears of a change only where there is one.
		if (left.length < this.#all.length) this.#all = left;
	}

	#find(id: string): { one: T; rev: number } | undefined {
		return this.#all.find(({ one }) => one.id === id);
	}

	#place(one: T, rev: number): void {
		const { order } = this.#kind;
		const rest = this.#all.filter((other) => other.one.id !== one.id);
		this.#all = [...rest, { one, rev }].sort((a, b) => order(a.one) - order(b.one));
	}
}
