import { withTimeLimit } from './time-limit';

/** The database in which Dexie stores the names of the others where a browser cannot list them; it is deleted too. */
const DEXIE_NAMES = '__dbnames';

/**
 * Deletes every database of this origin whose name begins with `prefix`, and returns the names of those
 * that are still there after ten seconds: a deletion waits for every tab that has the database open.
 */
export async function deleteDatabases(prefix: string): Promise<string[]> {
	// Lockdown Mode has no databases at all, so there is nothing to remove.
	if (typeof indexedDB === 'undefined') return [];
	const names = (await listDatabases(prefix)) ?? [prefix, DEXIE_NAMES];
	const failed = await deleteAll(names);
	// The browser's list counts for more than the results of the requests.
	const remaining = await listDatabases(prefix);
	if (remaining === null) return failed;
	// Created meanwhile, for the first time or again, by a page that was just looking for a journal or beginning a new
	// log.
	const recreated = remaining.filter((name) => !failed.includes(name));
	if (recreated.length === 0) return remaining;
	await deleteAll(recreated);
	return (await listDatabases(prefix)) ?? remaining;
}

/** Deletes databases; returns the names of those that were not deleted in time. */
async function deleteAll(names: readonly string[]): Promise<string[]> {
	const outcomes = await Promise.allSettled(
		names.map((name) => withTimeLimit(deleteDatabase(name)))
	);
	return names.filter((_, index) => outcomes[index]?.status === 'rejected');
}

/** Returns the names of our databases; null where the browser cannot, or does not, say. */
async function listDatabases(prefix: string): Promise<string[] | null> {
	// Firefox lists them since version 126.
	if (!('databases' in indexedDB)) return null;
	try {
		const databases = await withTimeLimit(indexedDB.databases());
		return databases.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
	} catch {
		return null; // storage denied, or no answer
	}
}

function deleteDatabase(name: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = () => resolve();
		request.onerror = () => reject(request.error ?? new Error(`${name} cannot be deleted`));
	});
}
