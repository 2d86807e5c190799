import { beginNewLog } from './new-log';

/**
 * So many rounds. The first is what clears; in all that was measured it left nothing. The second is for a deletion that
 * was still being worked off when the first came.
 */
const ROUNDS = 2;

/**
 * Has the browser clear its own files of what its deleted databases held. Throws a StorageError `storage-full` where
 * there is no room for that, and whatever the database throws.
 *
 * Chromium on LevelDB compacts a deleted database away, and all the same leaves its bytes: the log that held them and
 * their deletion becomes one table, in which both stand. A table like that is rewritten without them when the next one
 * comes above it, which an empty database, made and deleted, brings about. Firefox, and Chromium on SQLite, delete the
 * file of a database.
 */
export async function removeTraces(name: string): Promise<void> {
	for (let round = 0; round < ROUNDS; round += 1) await beginNewLog(name);
}
