import { Dexie, type EntityTable } from 'dexie';

/** One sealed record as it is stored; `id` is its only key, and there is no index. */
export interface RecordRow {
	id: string;
	rev: number;
	ep: number;
	n: Uint8Array<ArrayBuffer>;
	c: Uint8Array<ArrayBuffer>;
}

/** What must be known before anything can be opened. Holds nothing of the writer's. */
export interface VaultHeader {
	key: 'vault';
	/** The version of the whole stored form; `FORMAT` is the one this code writes. */
	format: number;
	vaultId: string;
	epoch: number;
	/** Id of the record with which reading begins. */
	root: string;
}

/** A wrapped key, as the vault made it. Storage does not look inside. */
export interface SlotRow {
	id: string;
}

/** The key that opens a slot by itself. Alone in its row: one that cannot be stored takes nothing with it. */
export interface KeyRow {
	id: string;
	key: CryptoKey | Uint8Array<ArrayBuffer>;
}

/** The version of the stored form that this code writes. */
export const STORAGE_FORMAT = 2;

/** The oldest that it reads, and writes records in until its slots could be proven. Its records are the same. */
export const OLDEST_STORAGE_FORMAT = 1;

// On a local host Dexie would otherwise write every refused write to the console, with the ids of its records.
Dexie.debug = false;

/** The database itself: four stores, each with a primary key and nothing else to search by. */
export class DexieDatabase extends Dexie {
	readonly r!: EntityTable<RecordRow, 'id'>;
	readonly meta!: EntityTable<VaultHeader, 'key'>;
	readonly slots!: EntityTable<SlotRow, 'id'>;
	readonly keys!: EntityTable<KeyRow, 'id'>;

	constructor(name: string) {
		super(name, {
			// "Complete" is to mean "on the disk"; Chrome's default has been less since version 121.
			chromeTransactionDurability: 'strict',
			// Clones of ciphertext are work for nothing, and cached results may run ahead of the commit.
			cache: 'disabled',
			autoOpen: false
		});
		this.version(1).stores({ r: 'id', meta: 'key', slots: 'id', keys: 'id' });
	}
}
