/**
 * Checks whether this browser promises to keep what is stored, and asks it to.
 *
 * A browser may clear all that a site stores when room runs out, unless it has promised not to
 * (`navigator.storage.persist`). Safari also clears it after seven days of use without a visit.
 */

/** The browser's promise; `unsaid` where it promises nothing and says nothing. */
export type Persistence = 'persistent' | 'best-effort' | 'unknown';

/** Returns whether the browser has promised to keep what is stored. */
export function persistenceState(): Promise<Persistence> {
	return persistenceFrom((storage) => storage.persisted());
}

/** Asks the browser to promise it, and returns its answer. Firefox asks the person. */
export function requestPersistence(): Promise<Persistence> {
	return persistenceFrom((storage) => storage.persist());
}

let wasRequested = false;

/** Asks once, after the first entry was saved, where the browser decides by itself and shows nothing. */
export async function requestPersistenceQuietly(): Promise<void> {
	if (wasRequested || promptsPerson()) return;
	wasRequested = true;
	await requestPersistence();
}

/**
 * Whether asking makes the browser show a prompt of its own. Only Firefox does so, and only its name tells: Chromium,
 * too, reports the permission state as one that is still to be asked for.
 */
export function promptsPerson(): boolean {
	return /\bFirefox\//.test(navigator.userAgent);
}

/** Whether the person has told Firefox no, so that asking again shows nothing. */
export async function wasPersistenceDenied(): Promise<boolean> {
	try {
		const { state } = await navigator.permissions.query({ name: 'persistent-storage' });
		return state === 'denied';
	} catch {
		return false; // a browser that does not know this permission
	}
}

/**
 * Whether this is Safari's engine outside the home screen, which removes all that a site stores after seven days of use
 * without a visit (https://webkit.org/blog/10218/). No feature tells, so `navigator.vendor` does: every browser on an
 * iPhone or iPad uses this engine, whatever its name. An app on the home screen (or in the Dock) is counted by itself,
 * and is shown without the browser's interface.
 */
export function evictsAfterAWeek(): boolean {
	if (!navigator.vendor.startsWith('Apple')) return false;
	const isOnHomeScreen = 'standalone' in navigator && navigator.standalone === true;
	return !isOnHomeScreen && !matchMedia('(display-mode: standalone)').matches;
}

async function persistenceFrom(
	query: (storage: StorageManager) => Promise<boolean>
): Promise<Persistence> {
	// Not on plain http, nor in Safari before 15.2.
	const storage = (navigator as { storage?: Partial<StorageManager> }).storage;
	if (!storage?.persist || !storage.persisted) return 'unknown';
	try {
		return (await query(navigator.storage)) ? 'persistent' : 'best-effort';
	} catch {
		return 'unknown'; // storage denied
	}
}
