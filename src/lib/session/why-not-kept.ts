import { probeStorage } from '$lib/storage/probe-storage';
import { hasCrypto } from '$lib/vault/vault';
import { failureFrom, type FailureCode } from './failure';

/**
 * Whether a page written here could be kept: null, or what is in the way. Tries it for real, in a
 * database of its own that is removed again.
 */
export async function whyNotKept(): Promise<FailureCode | null> {
	if (!hasCrypto()) return 'no-crypto';
	if (typeof Worker === 'undefined') return 'no-worker';
	try {
		await probeStorage();
		return null;
	} catch (error) {
		return failureFrom(error);
	}
}
