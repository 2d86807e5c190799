import { Dexie } from 'dexie';
import { storageErrorFrom } from './storage-error';
import { withTimeLimit } from './time-limit';

/**
 * Writes a row to a database of its own, reads it back and removes the database. Returns when all of that
 * worked; throws a StorageError when a browser denies storage, or only pretends.
 */
export async function probeStorage(): Promise<void> {
	const db = new Dexie('own-voice-probe', { autoOpen: false, cache: 'disabled' });
	db.version(1).stores({ rows: 'id' });
	try {
		await withTimeLimit(tryOut(db));
	} catch (error) {
		throw storageErrorFrom(error);
	}
}

async function tryOut(db: Dexie): Promise<void> {
	await db.open();
	const bytes = new Uint8Array(16);
	await db.table('rows').put({ id: 'probe', bytes });
	await db.table('rows').get('probe');
	await db.delete();
}
