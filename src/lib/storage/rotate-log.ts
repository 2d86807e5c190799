import { hasFreeSpace } from './free-space';
import { StorageError } from './storage-error';
import { withTimeLimit } from './time-limit';

/**
 * The free room in bytes that a new log needs: LevelDB makes a table of its log at four megabytes, and needs as much
 * room for it.
 */
const MIN_FREE_BYTES = 5_000_000;

/**
 * The number of times an empty database is created and deleted. LevelDB begins no new log for a compaction that is
 * requested while another write waits in its queue: 2 of 60 single rounds left the old one in use, and none of 60
 * double ones.
 */
const ROUND_COUNT = 2;

/**
 * Makes a Chromium browser switch to a new write-ahead log, by creating an empty database beside this one and deleting
 * it. Throws a StorageError `storage-full` before anything is done where there is no room for that, `timeout` where the
 * database does not answer, and any error of the database; then everything is as it was.
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

/** Creates and deletes a database. Its name makes sure that it is deleted with the other when everything is erased. */
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
