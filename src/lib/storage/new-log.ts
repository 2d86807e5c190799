import { hasRoom } from './room';
import { StorageError } from './storage-error';
import { withTimeLimit } from './time-limit';

/** LevelDB makes a table of its log when that has four megabytes, and needs as much room for it; in bytes. */
const ROOM = 5_000_000;

/**
 * Makes a Chromium browser go over to a new write-ahead log, by making an empty database beside this one and deleting
 * it. Throws a StorageError `storage-full` before anything is done where there is no room for that, and whatever the
 * database throws; then everything is as it was.
 *
 * A kill in the middle of a write, or a full disk, leaves half a record at the end of LevelDB's log. What is written
 * behind it makes the half record look like corruption at the next start, and Chromium then deletes every database of
 * the site (https://github.com/google/leveldb/issues/1287, https://github.com/electron/electron/issues/41877). A
 * deleted database is compacted away, for which LevelDB first turns all that it holds of the log into a table and
 * begins another: the half record is gone.
 */
export async function beginNewLog(name: string): Promise<void> {
	// Other engines have no such log. Only Chromium has this property.
	if (!('userAgentData' in navigator)) return;
	if (!(await hasRoom(ROOM))) throw new StorageError('storage-full', 'no room for a new log');
	// Deleted with the other where all goes, by the beginning of its name.
	const beside = `${name}-log`;
	const database = await withTimeLimit(answered(indexedDB.open(beside)));
	database.close();
	await withTimeLimit(answered(indexedDB.deleteDatabase(beside)));
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('the database gave no reason'));
	});
}
