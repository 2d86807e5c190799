import { Database } from './database';
import { beginNewLog } from './new-log';
import { StorageError, storageErrorFrom, type StorageErrorCode } from './storage-error';
import { withTimeLimit } from './time-limit';

/** How often a broken connection is made anew before a person is told. */
const ATTEMPTS = 3;
/** After these, something may have been written in part. */
const BROKEN_OFF: readonly StorageErrorCode[] = [
	'storage-full',
	'connection-lost',
	'timeout',
	'unknown'
];

/**
 * A connection to the database that is made when it is needed, and made again when it breaks: iOS drops
 * it when a tab comes back (https://github.com/dexie/Dexie.js/issues/2008), and Dexie itself closes it
 * on `pagehide`, also of a page that returns from the back/forward cache.
 */
export class Connection {
	readonly #name: string;
	#db: Database | null = null;
	#opening: Promise<Database> | null = null;
	/** How often it was closed: a connection that was begun before has no owner. */
	#closed = 0;
	/** Set when the database is deleted, or let go of for good: opening it again would make it anew. */
	#ended = false;
	/** Set when a write was broken off: the next must not come to stand behind half a record. */
	#brokenOff = false;
	onOtherVersion: () => void = () => undefined;

	constructor(name: string) {
		this.#name = name;
	}

	/**
	 * Runs `work` that reads on the open database and returns what it returns. Work that fails because the
	 * connection broke runs again on a new one; work on so many rows is given time for them. Throws a StorageError.
	 */
	async use<T>(work: (db: Database) => PromiseLike<T>, rows = 0): Promise<T> {
		return this.#attempt(work, rows, false);
	}

	/** The same for work that writes so many rows, and so must do no harm when it is done twice. */
	async useToWrite<T>(rows: number, work: (db: Database) => PromiseLike<T>): Promise<T> {
		return this.#attempt(work, rows, true);
	}

	async #attempt<T>(
		work: (db: Database) => PromiseLike<T>,
		rows: number,
		writes: boolean
	): Promise<T> {
		for (let attempt = 1; ; attempt += 1) {
			if (writes && this.#brokenOff) await this.#mend();
			try {
				const db = await withTimeLimit(this.#open());
				return await withTimeLimit(work(db), rows);
			} catch (thrown) {
				const error = storageErrorFrom(thrown);
				if (BROKEN_OFF.includes(error.code)) this.#brokenOff = true;
				// A connection that does not answer is given up too: the next try makes a new one.
				if (error.code === 'connection-lost' || error.code === 'timeout') this.close();
				if (error.code !== 'connection-lost' || attempt === ATTEMPTS) throw error;
			}
		}
	}

	/** Goes over to a new log. Throws a StorageError where there is no room for it, or no answer. */
	async #mend(): Promise<void> {
		try {
			await beginNewLog(this.#name);
			this.#brokenOff = false;
		} catch (thrown) {
			const error = storageErrorFrom(thrown);
			// Tried once: what the database refuses now it may refuse for ever, and words must not wait for that.
			this.#brokenOff = error.code === 'storage-full';
			if (error.code === 'storage-full' || error.code === 'timeout') throw error;
		}
	}

	/** Closes the connection, and whatever is still being opened when it comes. */
	close(): void {
		this.#closed += 1;
		this.#db?.close();
		this.#db = null;
		this.#opening = null;
	}

	/** Closes the connection, and never makes another. */
	end(): void {
		this.#ended = true;
		this.close();
	}

	async #open(): Promise<Database> {
		if (this.#ended) throw new StorageError('gone', 'the database was let go of');
		if (this.#db?.isOpen()) return this.#db;
		if (this.#opening) return this.#opening;
		const opening = this.#connect().finally(() => {
			// After a closing another may be on its way by now.
			if (this.#opening === opening) this.#opening = null;
		});
		this.#opening = opening;
		return opening;
	}

	async #connect(): Promise<Database> {
		const closed = this.#closed;
		const isOurs = (): boolean => closed === this.#closed;
		const db = new Database(this.#name);
		// A newer version of the app wants to change the database, or a tab to delete it (then there is
		// no new version): step aside at once, and say so.
		db.on('versionchange', ({ newVersion }) => {
			db.close();
			if (newVersion === null) this.end();
			else if (isOurs()) this.close();
			this.onOtherVersion();
			return false;
		});
		const blocked = new Promise<never>((_, reject) => {
			db.on('blocked', () => {
				reject(new StorageError('other-version-open', 'another tab holds an older version'));
			});
		});
		const opened = db.open();
		try {
			await Promise.race([opened, blocked]);
		} catch (error) {
			void opened.then(
				() => db.close(),
				() => undefined
			);
			throw error;
		}
		if (!isOurs()) {
			db.close();
			if (this.#ended) throw new StorageError('gone', 'the database was let go of');
			throw new StorageError('connection-lost', 'it was closed while it was being opened');
		}
		this.#db = db;
		return db;
	}
}
