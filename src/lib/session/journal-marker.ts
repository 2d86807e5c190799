import { DATABASE_NAME } from './database-name';

const STORAGE_KEY = 'own-voice:journal';
const WITHOUT_SECRET = '1';
const WITH_SECRET = 'locked';

/**
 * A marker in `localStorage` that says that this browser has a journal, and whether a secret opens it. It tells a
 * reader's first visit from a journal that the browser has removed, and a journal that opens by itself from one that
 * does so since somebody put back an older state of it; and it spares readers the journal's code.
 */
export const journalMarker = {
	/** Whether the marker is set; false where storage is denied. */
	exists(): boolean {
		try {
			return localStorage.getItem(STORAGE_KEY) !== null;
		} catch {
			return false; // storage denied
		}
	},
	/**
	 * Whether the marker is set, or the database is there without it: a browser that is killed may lose the latest
	 * writes to `localStorage`.
	 */
	async hasJournal(): Promise<boolean> {
		if (journalMarker.exists()) return true;
		try {
			return (await indexedDB.databases()).some(({ name }) => name === DATABASE_NAME);
		} catch {
			return false; // storage denied, or a browser that does not tell
		}
	},
	/** Whether the journal was last opened by a secret. */
	isLocked(): boolean {
		try {
			return localStorage.getItem(STORAGE_KEY) === WITH_SECRET;
		} catch {
			return false; // storage denied
		}
	},
	/** Sets the marker; `locked` says whether a secret opens the journal. */
	set(needsSecret: boolean): void {
		try {
			localStorage.setItem(STORAGE_KEY, needsSecret ? WITH_SECRET : WITHOUT_SECRET);
		} catch {
			// Storage denied or full: next time the journal is found by its database alone.
		}
	},
	clear(): void {
		try {
			localStorage.removeItem(STORAGE_KEY);
		} catch {
			// Storage denied: there is no marker to clear.
		}
	}
};
