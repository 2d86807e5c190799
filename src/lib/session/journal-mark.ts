import { DATABASE } from './database-name';

const KEY = 'own-voice:journal';

/**
 * A mark beside the database that says "a journal is kept in this browser", and nothing more. It tells
 * a reader's first visit from a journal that the browser has removed, and spares readers the journal's code.
 */
export const journalMark = {
	/** Whether the mark is set; false where storage is denied. */
	exists(): boolean {
		try {
			return localStorage.getItem(KEY) !== null;
		} catch {
			return false; // storage denied
		}
	},
	/**
	 * Whether the mark is set, or the database is there without it: a browser that is killed may lose what
	 * was last put into localStorage.
	 */
	async existsOrDatabase(): Promise<boolean> {
		if (journalMark.exists()) return true;
		try {
			return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
		} catch {
			return false; // storage denied, or a browser that does not tell
		}
	},
	set(): void {
		try {
			localStorage.setItem(KEY, '1');
		} catch {
			// Storage denied or full: the journal is found by its database alone next time it is begun.
		}
	},
	clear(): void {
		try {
			localStorage.removeItem(KEY);
		} catch {
			// Storage denied: there is no mark to clear.
		}
	}
};
