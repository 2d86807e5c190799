/**
 * Storage: sealed records in IndexedDB, through Dexie. It cannot see plain text, because it cannot see
 * the vault.
 *
 * A write is one short transaction that checks, inside itself, that the data is of the version this code
 * knows and that no record has moved on since it was read; then all of it is on the disk, or none. Nothing
 * here deletes or repairs anything by itself.
 */
import { Connection } from './connection';
import { FORMAT, type Header, type KeyRow, type Row, type SlotRow } from './database';
import { StorageError } from './storage-error';

export { FORMAT, type Header, type KeyRow, type Row, type SlotRow } from './database';
export { removeDatabases } from './remove-databases';
export { StorageError } from './storage-error';

/** One record to write, and the revision it replaces: null for one that must not be there yet. */
export interface Change {
	row: Row;
	was: number | null;
}

/** `moved` names the records that had another revision than expected; then nothing was written. */
export type WriteResult = { written: true } | { written: false; moved: string[] };

/** What `begin` writes: all that a new journal is made of. */
export interface Beginning {
	header: Omit<Header, 'key' | 'format'>;
	slot: SlotRow;
	key: KeyRow;
	root: Row;
}

/** Thrown inside a transaction to leave it without a trace. */
class Moved extends Error {
	readonly ids: string[];
	constructor(ids: string[]) {
		super('records have moved on');
		this.ids = ids;
	}
}

export class Storage {
	readonly #connection: Connection;

	constructor(name: string) {
		this.#connection = new Connection(name);
	}

	/** Called when another tab asks this one to let go of the database for a newer version. */
	set onOtherVersion(callback: () => void) {
		this.#connection.onOtherVersion = callback;
	}

	/**
	 * Writes a row and removes it again, in one transaction: returns if this browser keeps what it is
	 * given, and throws a StorageError if it does not.
	 */
	probe(): Promise<void> {
		return this.#connection.use((db) =>
			db.transaction('rw', db.keys, async () => {
				await db.keys.put({ id: 'probe', key: new Uint8Array(32) });
				await db.keys.delete('probe');
			})
		);
	}

	/** The header with its slots and keys, or null where there is no journal. */
	readHeader(): Promise<{ header: Header; slots: SlotRow[]; keys: KeyRow[] } | null> {
		return this.#connection.use(async (db) => {
			return db.transaction('r', db.meta, db.slots, db.keys, async () => {
				const header = await db.meta.get('vault');
				if (!header) return null;
				return { header, slots: await db.slots.toArray(), keys: await db.keys.toArray() };
			});
		});
	}

	/** Every record, as of one moment, with the header of that moment. */
	readAll(): Promise<{ header: Header | undefined; rows: Row[] }> {
		return this.#connection.use((db) =>
			db.transaction('r', db.meta, db.r, async () => ({
				header: await db.meta.get('vault'),
				rows: await db.r.toArray()
			}))
		);
	}

	/** The records with these ids, as of one moment; those that are not there are left out. */
	read(ids: string[]): Promise<Row[]> {
		return this.#connection.use(async (db) => {
			const rows = await db.r.bulkGet(ids);
			return rows.filter((row) => row !== undefined);
		});
	}

	/** Writes a new journal. False, and nothing written, if there is one already. */
	begin({ header, slot, key, root }: Beginning): Promise<boolean> {
		return this.#connection.use((db) =>
			db.transaction('rw', db.meta, db.slots, db.keys, db.r, async () => {
				if (await db.meta.get('vault')) return false;
				await db.meta.add({ key: 'vault', format: FORMAT, ...header });
				await db.slots.add(slot);
				await db.keys.add(key);
				await db.r.add(root);
				return true;
			})
		);
	}

	/**
	 * Takes back a beginning whose key turned out not to open it. Does nothing to another vault, nor to
	 * one that holds more than its first record.
	 */
	undoBegin(vaultId: string): Promise<void> {
		return this.#connection.use((db) =>
			db.transaction('rw', db.meta, db.slots, db.keys, db.r, async () => {
				const header = await db.meta.get('vault');
				if (header?.vaultId !== vaultId || (await db.r.count()) > 1) return;
				await Promise.all([db.meta.clear(), db.slots.clear(), db.keys.clear(), db.r.clear()]);
			})
		);
	}

	/**
	 * Writes records, all or none; resolves when they are on the disk. `expected` is the header as this
	 * page knows it, and `root` a new first record where it changes. Throws `newer-format` or `gone` if
	 * the header is another by now.
	 */
	async write(
		changes: readonly Change[],
		expected: Pick<Header, 'vaultId' | 'epoch'>,
		root?: string
	): Promise<WriteResult> {
		const ids = changes.map(({ row }) => row.id);
		try {
			await this.#connection.use((db) =>
				db.transaction('rw', db.meta, db.r, async () => {
					const header = await db.meta.get('vault');
					checkHeader(header, expected);
					const stored = await db.r.bulkGet(ids);
					const moved = changes.filter((change, index) => hasMoved(change, stored[index]));
					if (moved.length > 0) throw new Moved(moved.map(({ row }) => row.id));
					if (header && root !== undefined) await db.meta.put({ ...header, root });
					await db.r.bulkPut(changes.map(({ row }) => row));
				})
			);
			return { written: true };
		} catch (error) {
			const moved = movedIn(error);
			if (moved) return { written: false, moved: moved.ids };
			throw error;
		}
	}

	/** Lets go of the database; it is opened again when it is needed. */
	close(): void {
		this.#connection.close();
	}

	/** Lets go of the database for good: from now on every call throws a StorageError `gone`. */
	end(): void {
		this.#connection.end();
	}
}

function checkHeader(
	header: Header | undefined,
	expected: Pick<Header, 'vaultId' | 'epoch'>
): void {
	if (!header) throw new StorageError('gone', 'the journal is no longer there');
	if (header.format !== FORMAT) {
		throw new StorageError('newer-format', `the data is of format ${header.format}`);
	}
	if (header.vaultId !== expected.vaultId || header.epoch !== expected.epoch) {
		throw new StorageError('gone', 'another vault is there');
	}
}

function hasMoved({ row, was }: Change, stored: Row | undefined): boolean {
	// The same nonce means the same sealing: a write that was repeated because its answer got lost.
	if (stored && stored.rev === row.rev && sameBytes(stored.n, row.n)) return false;
	return (stored?.rev ?? null) !== was;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function movedIn(error: unknown): Moved | null {
	for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
		if (cause instanceof Moved) return cause;
	}
	return null;
}
