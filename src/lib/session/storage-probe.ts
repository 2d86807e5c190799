import { RecordDatabase } from '$lib/storage/storage';
import { hasCrypto, Vault } from '$lib/vault/vault';
import { DATABASE_NAME } from './database-name';
import { failureFrom, type FailureCode } from './failure';

/**
 * Whether a page written here could be kept: null, or what is in the way. Tries it for real, with a row
 * that is removed again at once.
 */
export async function probeStorage(): Promise<FailureCode | null> {
	if (!hasCrypto()) return 'no-crypto';
	if (typeof Worker === 'undefined') return 'no-worker';
	const storage = new RecordDatabase(DATABASE_NAME);
	try {
		await storage.probe();
		// Starts the worker once: it is loaded then, and a browser that cannot start it is told before a word.
		(await Vault.create()).close();
		return null;
	} catch (error) {
		return failureFrom(error);
	} finally {
		storage.close();
	}
}
