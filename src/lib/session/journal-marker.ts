import { DATABASE } from './database-name';

const KEY = 'own-voice:journal';
const OPEN = '1';
const LOCKED = 'locked';

/**
 * A marker in `localStorage` that says that this browser has a journal, and whether a secret opens it. It tells a
 * reader's first visit from a journal that the browser has removed, and a journal that opens by itself from one that
 * does so since somebody put back an older state of it; and it spares readers the journal's code.
 */
export const journalMarker = {
	/** Whether the marker is set; false where storage is denied. */
	exists(): boolean {
		try {
			return localStorage.getItem(KEY) !== null;
		} catch {
			return false; // storage denied
		}
	},
	/**
	 * Whether the marker is set, or the database is there without it: a browser that is killed may lose the latest
	 * writes to `localStorage`.
	 */
	async existsOrDatabase(): Promise<boolean> {
		if (journalMarker.exists()) return true;
		try {
			return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
		} catch {
			return false; // storage denied, or a browser that does not tell
		}
	},
	/** Whether the journal was last opened by a secret. */
	isLocked(): boolean {
		try {
			return localStorage.getItem(KEY) === LOCKED;
		} catch {
			return false; // storage denied
		}
	},
	/** Sets the marker; `locked` says whether a secret opens the journal. */
	set(locked: boolean): void {
		try {
			localStorage.setItem(KEY, locked ? LOCKED : OPEN);
		} catch {
			// Storage denied or full: next time the journal is found by its database alone.
		}
	},
	clear(): void {
		try {
			localStorage.removeItem(KEY);
		} catch {
			// Storage denied: there is no marker to clear.
		}
	}
};
