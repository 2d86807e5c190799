import { withTimeLimit } from './time-limit';

/**
 * Makes a Chromium browser go over to a new write-ahead log, by making an empty database of this name and deleting it.
 * To be called once at each start. Never throws: where it fails everything is as it was.
 *
 * A kill in the middle of a write leaves half a record at the end of LevelDB's log. The next start passes over it and
 * goes on writing behind it; the start after that takes the same half record for corruption, and Chromium then deletes
 * every database of the site (https://github.com/google/leveldb/issues/1287). A deleted database is compacted away,
 * for which LevelDB first turns the whole log into a table and begins another: the half record is gone, and nothing is
 * written behind it any more. It takes some 20 ms, whatever the size of the journal.
 */
export async function beginNewLog(name: string): Promise<void> {
	// Other engines have no such log. Only Chromium has this property.
	if (!('userAgentData' in navigator)) return;
	try {
		await withTimeLimit(
			answered(indexedDB.open(name)).then((database) => {
				database.close();
				return answered(indexedDB.deleteDatabase(name));
			})
		);
	} catch {
		// storage denied, no answer, or another tab doing the same
	}
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('the database gave no reason'));
	});
}
