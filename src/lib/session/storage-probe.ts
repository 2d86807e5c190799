import { RecordDatabase } from '$lib/storage/storage';
import { hasCrypto, Vault } from '$lib/vault/vault';
import { DATABASE_NAME } from './database-name';
import { failureFrom, type FailureCode } from './failure';

/**
 * Checks whether entries can be saved here: returns null, or why not. Really writes a row, and removes it again at
 * once.
 */
export async function probeStorage(): Promise<FailureCode | null> {
	if (!hasCrypto()) return 'no-crypto';
	if (typeof Worker === 'undefined') return 'no-worker';
	const storage = new RecordDatabase(DATABASE_NAME);
	try {
		await storage.probe();
		// Starts the worker once: its code is loaded then, and a failure to start it is reported before a word is
		// typed.
		(await Vault.create()).close();
		return null;
	} catch (error) {
		return failureFrom(error);
	} finally {
		storage.close();
	}
}
