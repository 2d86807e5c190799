import { hasFreeSpace } from './free-space';
import { StorageError } from './storage-error';
import { withTimeLimit } from './time-limit';

/** LevelDB makes a table of its log when that has four megabytes, and needs as much room for it; in bytes. */
const MIN_FREE_BYTES = 5_000_000;

/**
 * How often an empty database is made and deleted. LevelDB lets a compaction that is asked for while another write
 * waits in its queue go without a new log: 2 of 60 single rounds left the old one in use, and none of 60 double ones.
 */
const ROUND_COUNT = 2;

/**
 * Makes a Chromium browser go over to a new write-ahead log, by making an empty database beside this one and deleting
 * it. Throws a StorageError `storage-full` before anything is done where there is no room for that, `timeout` where the
 * database does not answer, and whatever the database throws; then everything is as it was.
 *
 * A kill in the middle of a write, or a full disk, leaves half a record at the end of LevelDB's log. What is written
 * behind it makes the half record look like corruption at the next start, and Chromium then deletes every database of
 * the site (https://github.com/google/leveldb/issues/1287, https://github.com/electron/electron/issues/41877). A
 * deleted database is compacted away, for which LevelDB first turns all that it holds of the log into a table and
 * begins another: the half record is gone.
 */
export async function rotateLog(name: string): Promise<void> {
	// Other engines have no such log. Only Chromium has this property.
	if (!('userAgentData' in navigator)) return;
	await withTimeLimit(createAndDelete(`${name}-log`));
}

/** By its name it is deleted with the other where all goes. */
async function createAndDelete(name: string): Promise<void> {
	if (!(await hasFreeSpace(MIN_FREE_BYTES))) {
		throw new StorageError('storage-full', 'no room for a new log');
	}
	for (let round = 0; round < ROUND_COUNT; round += 1) {
		// Closed whenever it opens, also when nobody waits for it any more: an open one can never be deleted.
		await completeRequest(indexedDB.open(name), (database) => database.close());
		await completeRequest(indexedDB.deleteDatabase(name));
	}
}

function completeRequest<T>(
	request: IDBRequest<T>,
	onSuccess: (result: T) => void = () => undefined
) {
	return new Promise<void>((resolve, reject) => {
		request.onsuccess = () => {
			onSuccess(request.result);
			resolve();
		};
		request.onerror = () =>
			reject(request.error ?? new StorageError('unknown', 'the database gave no reason'));
	});
}
