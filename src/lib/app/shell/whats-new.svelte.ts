const STORAGE_KEY = 'own-voice:version';

let isUnseen = $state(false);

/**
 * Whether the app is another version than the one this person knows. The one they know is kept in this browser, in
 * clear, from the first open journal on: whoever only reads leaves nothing behind.
 */
export const whatsNew = {
	/** A newer version came, and what changed was not looked at. */
	get isUnseen(): boolean {
		return isUnseen;
	},

	/** For an open journal: compares the version it was open in before with this one. */
	compare(): void {
		try {
			const known = localStorage.getItem(STORAGE_KEY);
			if (known === null) localStorage.setItem(STORAGE_KEY, __APP_VERSION__);
			isUnseen = known !== null && known !== __APP_VERSION__;
		} catch {
			isUnseen = false; // storage denied or full
		}
	},

	/** What changed was looked at. */
	markSeen(): void {
		isUnseen = false;
		try {
			if (localStorage.getItem(STORAGE_KEY) !== null)
				{localStorage.setItem(STORAGE_KEY, __APP_VERSION__);}
		} catch {
			// Storage denied or full: it is said again next time.
		}
	}
};
