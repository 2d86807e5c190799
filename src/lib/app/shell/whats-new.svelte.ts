const STORAGE_KEY = 'own-voice:version';

let isUnseen = $state(false);

/**
 * Whether the app has another version than the one this person knows. That one is stored unencrypted in this browser,
 * from the first open journal on: someone who only reads leaves no trace.
 */
export const whatsNew = {
	/** Whether a newer version came whose changes were not looked at. */
	get isUnseen(): boolean {
		return isUnseen;
	},

	/** For an open journal: compares the version it was last open in with the current one. */
	compare(): void {
		try {
			const known = localStorage.getItem(STORAGE_KEY);
			if (known === null) localStorage.setItem(STORAGE_KEY, __APP_VERSION__);
			isUnseen = known !== null && known !== __APP_VERSION__;
		} catch {
			isUnseen = false; // storage denied or full
		}
	},

	/** Records that the changes were looked at. */
	markSeen(): void {
		isUnseen = false;
		try {
			if (localStorage.getItem(STORAGE_KEY) !== null) {
				localStorage.setItem(STORAGE_KEY, __APP_VERSION__);
			}
		} catch {
			// Storage denied or full: it is announced again next time.
		}
	}
};
