const KEY = 'own-voice:version';

let unseen = $state(false);

/**
 * Whether the app is another version than the one this person knows. The one they know is kept in this browser, in
 * clear, from the first open journal on: whoever only reads leaves nothing behind.
 */
export const whatIsNew = {
	/** A newer version came, and what changed was not looked at. */
	get unseen(): boolean {
		return unseen;
	},

	/** For an open journal: compares the version it was open in before with this one. */
	compare(): void {
		try {
			const known = localStorage.getItem(KEY);
			if (known === null) localStorage.setItem(KEY, __APP_VERSION__);
			unseen = known !== null && known !== __APP_VERSION__;
		} catch {
			unseen = false; // storage denied or full
		}
	},

	/** What changed was looked at. */
	see(): void {
		unseen = false;
		try {
			if (localStorage.getItem(KEY) !== null) localStorage.setItem(KEY, __APP_VERSION__);
		} catch {
			// Storage denied or full: it is said again next time.
		}
	}
};
