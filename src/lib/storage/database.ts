import { Dexie, type EntityTable } from 'dexie';

/** An encrypted record as it is stored; `id` is its only key, and there is no index. */
export interface RecordRow {
	id: string;
	rev: number;
	ep: number;
	n: Uint8Array<ArrayBuffer>;
	c: Uint8Array<ArrayBuffer>;
}

/** The header, which is read before anything can be decrypted. It holds nothing of the writer's. */
export interface VaultHeader {
	key: 'vault';
	/** The version of the whole stored form; `FORMAT` is the one this code writes. */
	format: number;
	vaultId: string;
	epoch: number;
	/** The id of the root record, with which reading begins. */
	root: string;
}

/** A wrapped key, as the vault made it. Storage does not look inside. */
export interface SlotRow {
	id: string;
}

/** The key that opens a slot by itself. It is alone in its row: one that cannot be stored takes nothing with it. */
export interface KeyRow {
	id: string;
	key: CryptoKey | Uint8Array<ArrayBuffer>;
}

/** The version of the stored form that this code writes. */
export const STORAGE_FORMAT = 2;

/**
 * The oldest version that this code reads, and writes records in until the slots could be proven. Its records are the
 * same.
 */
export const OLDEST_STORAGE_FORMAT = 1;

// On a local host Dexie would otherwise write every refused write to the console, with the ids of its records.
Dexie.debug = false;

/** The database: four stores, each with a primary key and no other index. */
export class DexieDatabase extends Dexie {
	readonly r!: EntityTable<RecordRow, 'id'>;
	readonly meta!: EntityTable<VaultHeader, 'key'>;
	readonly slots!: EntityTable<SlotRow, 'id'>;
	readonly keys!: EntityTable<KeyRow, 'id'>;

	constructor(name: string) {
		super(name, {
			// "Complete" is to mean "on the disk"; Chrome's default has been less since version 121.
			chromeTransactionDurability: 'strict',
			// Cloning ciphertext is wasted work, and cached results may run ahead of the commit.
			cache: 'disabled',
			autoOpen: false
		});
		this.version(1).stores({ r: 'id', meta: 'key', slots: 'id', keys: 'id' });
	}
}
