/** The prefixes of the keys that the app and its framework use in `localStorage` and `sessionStorage`. */
const PREFIX = /^(own-voice|sveltekit:)/;

/** Removes all our keys from both, and those of this tab once more later. Returns whether they are gone. */
export function removeLocalKeys(): boolean {
	clearSessionStorage();
	return removeKeys('localStorage') && removeKeys('sessionStorage');
}

/**
 * Removes this tab's keys, now and whenever its page is hidden or left, when SvelteKit saves the scroll position.
 * `localStorage`, which all tabs share, is left alone: by then another tab may have created a new journal.
 */
export function clearSessionStorage(): void {
	const clearTabKeys = (): void => void removeKeys('sessionStorage');
	addEventListener('visibilitychange', clearTabKeys);
	addEventListener('pagehide', clearTabKeys);
	clearTabKeys();
}

function removeKeys(storageName: 'localStorage' | 'sessionStorage'): boolean {
	try {
		const store = globalThis[storageName];
		for (const key of Object.keys(store)) if (PREFIX.test(key)) store.removeItem(key);
		return true;
	} catch {
		return false; // storage denied: what was stored before cannot be reached
	}
}
