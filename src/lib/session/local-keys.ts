/** The prefixes of the keys that the app and its framework use in `localStorage` and `sessionStorage`. */
const PREFIX = /^(own-voice|sveltekit:)/;

/** Removes all our keys from both, and those of this tab once more later. Returns whether they are gone. */
export function removeLocalKeys(): boolean {
	removeTabKeys();
	return sweep('localStorage') && sweep('sessionStorage');
}

/**
 * Removes this tab's keys, now and whenever its page is hidden or left, when SvelteKit saves the scroll position.
 * `localStorage`, which all tabs share, is left alone: by then another tab may have created a new journal.
 */
export function removeTabKeys(): void {
	const sweepTab = (): void => void sweep('sessionStorage');
	addEventListener('visibilitychange', sweepTab);
	addEventListener('pagehide', sweepTab);
	sweepTab();
}

function sweep(name: 'localStorage' | 'sessionStorage'): boolean {
	try {
		const store = globalThis[name];
		for (const key of Object.keys(store)) if (PREFIX.test(key)) store.removeItem(key);
		return true;
	} catch {
		return false; // storage denied: what was stored before cannot be reached
	}
}
