import { rotateLog } from './rotate-log';

/**
 * Makes the browser clear the contents of deleted databases from its own files. Throws a StorageError `storage-full`
 * where there is no room for that, and any error of the database.
 *
 * Chromium on LevelDB compacts a deleted database away, and all the same leaves its bytes: the log that held them and
 * their deletion becomes one table, which contains both. A table like that is rewritten without them when the next one
 * comes above it, which creating and deleting an empty database brings about: in all measurements one round of it left
 * nothing. A new log takes two, and the second serves a deletion that was still in progress when the first came.
 * Firefox, and Chromium on SQLite, delete the file of a database.
 */
export async function purgeDeletedData(name: string): Promise<void> {
	await rotateLog(name);
}
