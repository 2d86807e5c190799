import { DexieDatabase } from './database';
import { logGateFor, type LogGate } from './log-gate';
import { StorageError, storageErrorFrom, type StorageErrorCode } from './storage-error';
import { withTimeLimit } from './time-limit';

/** The number of attempts with a broken connection before the error is thrown. */
const MAX_ATTEMPTS = 3;
/** The errors after which something may have been written in part. */
const connectionErrors: readonly StorageErrorCode[] = [
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
	#db: DexieDatabase | null = null;
	#opening: Promise<DexieDatabase> | null = null;
	/** The number of times it was closed: a connection whose opening began before a closing is not used. */
	#closeCount = 0;
	/** Set when the database is deleted, or disposed of: opening it again would create it anew. */
	#isDisposed = false;
	/** Delays writes until there is a new log, so that none is appended behind half a record. */
	readonly #gate: LogGate;
	onVersionChange: () => void = () => undefined;

	constructor(name: string) {
		this.#name = name;
		this.#gate = logGateFor(name);
	}

	/**
	 * Runs `work` that reads on the open database and returns its result. Work that fails because the connection broke
	 * runs again on a new one; the time limit grows with `rows`. Throws a StorageError.
	 */
	async read<T>(work: (db: DexieDatabase) => PromiseLike<T>, rows = 0): Promise<T> {
		return this.#runWithRetry(work, rows, false);
	}

	/**
	 * Does the same for work that writes `rows` rows, and so must be idempotent. In Chromium the first write after a
	 * start, and the next after an interrupted one, waits for a new log.
	 */
	async write<T>(rows: number, work: (db: DexieDatabase) => PromiseLike<T>): Promise<T> {
		return this.#runWithRetry(work, rows, true);
	}

	/**
	 * Begins at once what the first write would wait for. Where that fails the first write fails for the same reason.
	 */
	prepareToWrite(): void {
		this.#open()
			.then(() => this.#gate.whenReady())
			.catch(() => undefined);
	}

	async #runWithRetry<T>(
		work: (db: DexieDatabase) => PromiseLike<T>,
		rows: number,
		isWrite: boolean
	): Promise<T> {
		for (let attempt = 1; ; attempt += 1) {
			let isRunning = false;
			try {
				const db = await withTimeLimit(this.#open());
				// After the opening: the browser tells an open connection when a write of another tab has failed.
				if (isWrite) await this.#gate.whenReady();
				isRunning = true;
				return await withTimeLimit(work(db), rows);
			} catch (cause) {
				const error = storageErrorFrom(cause);
				if (isRunning && connectionErrors.includes(error.code)) this.#gate.connectionLost();
				// A connection that does not answer is given up too: the next attempt makes a new one.
				if (error.code === 'connection-lost' || error.code === 'timeout') this.close();
				if (error.code !== 'connection-lost' || attempt === MAX_ATTEMPTS) throw error;
			}
		}
	}

	/** Closes the connection, and one that is still being opened as soon as it is open. */
	close(): void {
		this.#closeCount += 1;
		const db = this.#db;
		this.#db = null;
		this.#opening = null;
		db?.close();
	}

	/** Closes the connection, and never makes another. */
	dispose(): void {
		this.#isDisposed = true;
		this.close();
	}

	async #open(): Promise<DexieDatabase> {
		if (this.#isDisposed) throw new StorageError('gone', 'the database was let go of');
		if (this.#db?.isOpen()) return this.#db;
		if (this.#opening) return this.#opening;
		const opening = this.#connect().finally(() => {
			// After a closing another may be opening by now.
			if (this.#opening === opening) this.#opening = null;
		});
		this.#opening = opening;
		return opening;
	}

	async #connect(): Promise<DexieDatabase> {
		const closeCount = this.#closeCount;
		const isCurrent = (): boolean => closeCount === this.#closeCount;
		const db = new DexieDatabase(this.#name);
		// A newer version of the app wants to change the database, or a tab to delete it (then there is
		// no new version): step aside at once, and say so.
		db.on('versionchange', ({ newVersion }) => {
			db.close();
			if (newVersion === null) this.dispose();
			else if (isCurrent()) this.close();
			this.onVersionChange();
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
		if (!isCurrent()) {
			db.close();
			if (this.#isDisposed) throw new StorageError('gone', 'the database was let go of');
			throw new StorageError('connection-lost', 'it was closed while it was being opened');
		}
		this.#db = db;
		this.#trackOpen(db);
		return db;
	}

	/** Tells the gate of an open connection, and of its end. */
	#trackOpen(db: DexieDatabase): void {
		let isOpen = true;
		this.#gate.connectionOpened();
		db.on('close', () => {
			if (!isOpen) return;
			isOpen = false;
			// We drop the reference before we close it; the browser, and Dexie when the page is left, close one that we
			// hold.
			this.#gate.connectionClosed(this.#db !== db);
		});
	}
}
