/** What the app, and the framework it is made with, keep in `localStorage` and `sessionStorage`. */
const OWN = /^(own-voice|sveltekit:)/;

/**
 * Removes every key of ours from both, now and whenever this page is hidden or left, when SvelteKit notes
 * how far it was scrolled. Returns whether they are gone.
 */
export function removeOwnKeys(): boolean {
	addEventListener('visibilitychange', sweep);
	addEventListener('pagehide', sweep);
	return sweep();
}

function sweep(): boolean {
	try {
		for (const store of [localStorage, sessionStorage]) {
			for (const key of Object.keys(store)) if (OWN.test(key)) store.removeItem(key);
		}
		return true;
	} catch {
		return false; // storage denied: what was kept before cannot be reached
	}
}
