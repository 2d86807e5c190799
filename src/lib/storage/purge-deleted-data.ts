import { rotateLog } from './rotate-log';

/**
 * Has the browser clear its own files of what its deleted databases held. Throws a StorageError `storage-full` where
 * there is no room for that, and whatever the database throws.
 *
 * Chromium on LevelDB compacts a deleted database away, and all the same leaves its bytes: the log that held them and
 * their deletion becomes one table, in which both stand. A table like that is rewritten without them when the next one
 * comes above it, which an empty database, made and deleted, brings about: in all that was measured one round of it left
 * nothing. A new log takes two, and the second serves a deletion that was still being worked off when the first came.
 * Firefox, and Chromium on SQLite, delete the file of a database.
 */
export async function purgeDeletedData(name: string): Promise<void> {
	await rotateLog(name);
}
