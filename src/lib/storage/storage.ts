/**
 * The storage of encrypted records in IndexedDB, through Dexie. It cannot see plain text, because it cannot see the
 * vault.
 *
 * A write is one short transaction that checks, inside itself, that the data is of the version this code knows and that
 * no record has changed since it was read; then all of it is on the disk, or none. Nothing here deletes or repairs
 * anything by itself.
 */
import { equalBytes } from '$lib/bytes/bytes';
import { Connection } from './connection';
import {
	STORAGE_FORMAT,
	type VaultHeader,
	type KeyRow,
	type RecordRow,
	type SlotRow
} from './database';
import { changeSlots, type SlotChange } from './slot-change';
import {
	checkHeader,
	checkUnchanged,
	checkWrite,
	conflictIn,
	type RowWrite,
	type ExpectedHeader,
	type RowRemoval
} from './preconditions';

export {
	STORAGE_FORMAT,
	type VaultHeader,
	type KeyRow,
	type RecordRow,
	type SlotRow
} from './database';
export { deleteDatabases } from './delete-databases';
export { purgeDeletedData } from './purge-deleted-data';
export type { SlotChange } from './slot-change';
export { StorageError } from './storage-error';
export type { RowWrite, ExpectedHeader, RowRemoval } from './preconditions';

/**
 * The result of a write; `moved` names the records that had another revision than expected, and then nothing was
 * written.
 */
export type WriteResult = { written: true } | { written: false; conflicts: string[] };

/** A new manifest: the id of its root record, and the revisions that all records must have. */
export interface ManifestReplacement {
	rootId: string;
	revisions: ReadonlyMap<string, number>;
}

/** All that `create` writes for a new journal. */
export interface NewJournal {
	header: Omit<VaultHeader, 'key' | 'format'>;
	slots: readonly SlotRow[];
	keys: readonly KeyRow[];
	root: RecordRow;
	/** Its other records. */
	rows?: readonly RecordRow[];
}

/** All that `rekey` writes, and what it expects to find. */
export interface Rekeying {
	/** Every record, encrypted under the new epoch. */
	rows: readonly RecordRow[];
	/** The revision of every record that was read, by id. */
	revisions: ReadonlyMap<string, number>;
	expected: ExpectedHeader;
	epoch: number;
	/** The only slots from then on; no key opens the journal by itself any more. */
	slots: readonly SlotRow[];
}

export class RecordDatabase {
	readonly #connection: Connection;

	constructor(name: string) {
		this.#connection = new Connection(name);
	}

	/** Called when another tab asks this one to close the database for a newer version. */
	set onVersionChange(callback: () => void) {
		this.#connection.onVersionChange = callback;
	}

	/** Begins what the first write waits for, so that it waits less: see `LogGate`. */
	prepareToWrite(): void {
		this.#connection.prepareToWrite();
	}

	/**
	 * Writes a row and removes it again, in one transaction: returns if this browser can store data, and throws a
	 * StorageError if it cannot.
	 */
	probe(): Promise<void> {
		return this.#connection.write(1, (db) =>
			db.transaction('rw', db.keys, async () => {
				await db.keys.put({ id: 'probe', key: new Uint8Array(32) });
				await db.keys.delete('probe');
			})
		);
	}

	/** Reads the header with its slots and keys, or null where there is no journal. */
	readHeader(): Promise<{ header: VaultHeader; slots: SlotRow[]; keys: KeyRow[] } | null> {
		return this.#connection.read(async (db) => {
			return db.transaction('r', db.meta, db.slots, db.keys, async () => {
				const header = await db.meta.get('vault');
				if (!header) return null;
				return { header, slots: await db.slots.toArray(), keys: await db.keys.toArray() };
			});
		});
	}

	/** Reads every record, with the header, in one transaction. */
	async readAll(): Promise<{ header: VaultHeader | undefined; rows: RecordRow[] }> {
		// Reading a great many takes longer, as writing them does.
		const rows = await this.#connection.read((db) => db.r.count());
		return this.#connection.read(
			(db) =>
				db.transaction('r', db.meta, db.r, async () => ({
					header: await db.meta.get('vault'),
					rows: await db.r.toArray()
				})),
			rows
		);
	}

	/** Reads the records with these ids, in one transaction; those that are not there are left out. */
	read(ids: string[]): Promise<RecordRow[]> {
		return this.#connection.read(async (db) => {
			const rows = await db.r.bulkGet(ids);
			return rows.filter((row) => row !== undefined);
		});
	}

	/**
	 * Reads the records whose ids are from `from` up to, and without, `to`, and those with the ids of `also`, with the
	 * header, all in one transaction.
	 */
	readRange(
		from: string,
		to: string,
		extraIds: string[]
	): Promise<{ header: VaultHeader | undefined; rows: RecordRow[]; extraIds: RecordRow[] }> {
		return this.#connection.read((db) =>
			db.transaction('r', db.meta, db.r, async () => {
				const header = await db.meta.get('vault');
				const others = await db.r.bulkGet(extraIds);
				const rows = await db.r.where(':id').between(from, to).toArray();
				return { header, rows, extraIds: others.filter((row) => row !== undefined) };
			})
		);
	}

	/** Writes a new journal. False, and nothing written, if there is one already. */
	create({ header, slots, keys, root, rows = [] }: NewJournal): Promise<boolean> {
		return this.#connection.write(1, (db) =>
			db.transaction('rw', db.meta, db.slots, db.keys, db.r, async () => {
				if (await db.meta.get('vault')) return false;
				await db.meta.add({ key: 'vault', format: STORAGE_FORMAT, ...header });
				await db.slots.bulkAdd([...slots]);
				await db.keys.bulkAdd([...keys]);
				await db.r.bulkAdd([root, ...rows]);
				return true;
			})
		);
	}

	/**
	 * Undoes the creation of a journal whose key turned out not to open it. Does nothing to another vault, nor to one
	 * that holds more than its first records.
	 */
	undoCreate(vaultId: string, maxRecords = 1): Promise<void> {
		return this.#connection.write(1, (db) =>
			db.transaction('rw', db.meta, db.slots, db.keys, db.r, async () => {
				const header = await db.meta.get('vault');
				if (header?.vaultId !== vaultId || (await db.r.count()) > maxRecords) return;
				await Promise.all([db.meta.clear(), db.slots.clear(), db.keys.clear(), db.r.clear()]);
			})
		);
	}

	/**
	 * Writes and removes records, all or none; resolves when that is on the disk. `expected` is the header as this page
	 * knows it; `anew` a new manifest; `slots` a change of the slots with it. Throws `newer-format` or `gone` if the
	 * header has changed since.
	 */
	async write(
		changes: readonly RowWrite[],
		expected: ExpectedHeader,
		{
			removals = [],
			replacement,
			slots
		}: {
			removals?: readonly RowRemoval[];
			replacement?: ManifestReplacement;
			slots?: SlotChange | undefined;
		} = {}
	): Promise<WriteResult> {
		const removedIds = removals.map(({ id }) => id);
		try {
			await this.#connection.write(changes.length + removedIds.length, (db) =>
				db.transaction(
					'rw',
					slots ? [db.meta, db.r, db.slots, db.keys] : [db.meta, db.r],
					async () => {
						const headerCheck = checkWrite(db, changes, removals, expected);
						if (replacement) {
							const header = await headerCheck;
							await checkUnchanged(db, replacement.revisions);
							await db.meta.put({ ...header, root: replacement.rootId });
						}
						if (slots) await changeSlots(db, await headerCheck, slots);
						// Requested together with the checks: the requests of a transaction keep their order, so the
						// check sees what was there before, and where it fails nothing of this stays. Each round trip
						// to the database delays "Saved".
						await Promise.all([
							headerCheck,
							db.r.bulkPut(changes.map(({ row }) => row)),
							db.r.bulkDelete(removedIds)
						]);
					}
				)
			);
			return { written: true };
		} catch (error) {
			const conflict = conflictIn(error);
			if (conflict) return { written: false, conflicts: conflict.ids };
			throw error;
		}
	}

	/** Adds key slots to those that are there, to be read back before they count. */
	putSlots(slots: readonly SlotRow[]): Promise<void> {
		return this.#connection.write(slots.length, (db) =>
			db.transaction('rw', db.slots, async () => {
				await db.slots.bulkPut([...slots]);
			})
		);
	}

	/** Removes key slots that never came to count. */
	removeSlots(ids: readonly string[]): Promise<void> {
		return this.#connection.write(ids.length, (db) =>
			db.transaction('rw', db.slots, db.keys, async () => {
				await db.slots.bulkDelete([...ids]);
				await db.keys.bulkDelete([...ids]);
			})
		);
	}

	/**
	 * Moves the whole journal to another epoch, or leaves all of it as it was: every row, these slots in place of all
	 * that were there, no key that opens by itself, and the header, in one transaction. False, and nothing written, if
	 * any record has changed since it was read.
	 */
	async rekey({ rows, revisions, expected, epoch, slots }: Rekeying): Promise<boolean> {
		try {
			await this.#connection.write(rows.length, (db) =>
				db.transaction('rw', db.meta, db.slots, db.keys, db.r, async () => {
					const header = await db.meta.get('vault');
					// The same rekeying, repeated because its answer got lost.
					if (header?.vaultId === expected.vaultId && header.epoch === epoch) {
						const firstStored = rows[0] && (await db.r.get(rows[0].id));
						if (firstStored && rows[0] && equalBytes(firstStored.n, rows[0].n)) return;
					}
					checkHeader(header, expected);
					await checkUnchanged(db, revisions);
					await db.meta.put({ ...header, epoch });
					await Promise.all([db.slots.clear(), db.keys.clear()]);
					await db.slots.bulkAdd([...slots]);
					await db.r.bulkPut([...rows]);
				})
			);
			return true;
		} catch (error) {
			if (conflictIn(error)) return false;
			throw error;
		}
	}

	/** Closes the database; it is opened again when it is needed. */
	close(): void {
		this.#connection.close();
	}

	/** Closes the database for good: from now on every call throws a StorageError `gone`. */
	dispose(): void {
		this.#connection.dispose();
	}
}
