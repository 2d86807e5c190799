import { JournalError } from './journal-error';
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
	readonly #tell: (ids: string[]) => void;
	readonly #kind: Kind<T>;
	#all = $state.raw<readonly { one: T; rev: number }[]>([]);
	readonly #ones = $derived(this.#all.map(({ one }) => one));

	/** `tell` is called with the ids of what has changed on the disk. */
	constructor(records: SealedRecords, tell: (ids: string[]) => void, kind: Kind<T>) {
		this.#records = records;
		this.#tell = tell;
		this.#kind = kind;
	}

	get all(): readonly T[] {
		return this.#ones;
	}

	/** Keeps one, new or changed. Throws a typed error when it could not be kept. */
	async keep(one: T): Promise<void> {
		const was = this.#find(one.id)?.rev ?? null;
		const { moved } = await this.#records.write([this.#kind.record(one, was)]);
		if (moved.length > 0) throw new JournalError('busy', 'another tab changed this');
		this.#place(one, (was ?? 0) + 1);
		this.#tell([one.id]);
	}

	/** Removes these, all or none. Throws a typed error when they could not be. */
	async remove(ids: readonly string[]): Promise<void> {
		const known = ids.flatMap((id) => this.#find(id) ?? []);
		if (known.length === 0) return;
		const removed = known.map(({ one, rev }) => ({ id: one.id, was: rev }));
		const { moved } = await this.#records.write([], removed);
		if (moved.length > 0) throw new JournalError('busy', 'another tab changed this');
		this.forget(ids);
		this.#tell([...ids]);
	}

	/** Takes over what was written for the first time just now. */
	placeNew(ones: readonly T[]): void {
		for (const one of ones) this.#place(one, 1);
	}

	/** Takes over one as it was read from the disk; leaves records of other kinds alone. */
	take(record: Read): void {
		const one = this.#kind.read(record);
		if (one && record.rev >= (this.#find(one.id)?.rev ?? 0)) this.#place(one, record.rev);
	}

	/** Drops those with these ids, or all, from memory. */
	forget(ids?: readonly string[]): void {
		this.#all = ids ? this.#all.filter(({ one }) => !ids.includes(one.id)) : [];
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
