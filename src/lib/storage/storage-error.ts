/**
 * - `no-storage`: the browser denies or lacks a database here
 * - `storage-full`: there is no room; nothing of the write was stored
 * - `newer-format`: the data is of a later version of the app; nothing may be written
 * - `other-version-open`: another tab holds the database in another version
 * - `gone`: the vault that this page opened is no longer in the database
 * - `other-key`: the vault has a new key; this page holds the old one
 * - `not-storable`: a value that this browser cannot store, such as a CryptoKey
 * - `timeout`: the database did not answer in ten seconds
 * - `connection-lost`: the connection broke, and could not be made again
 */
export type StorageErrorCode =
	| 'no-storage'
	| 'storage-full'
	| 'newer-format'
	| 'other-version-open'
	| 'gone'
	| 'other-key'
	| 'not-storable'
	| 'timeout'
	| 'connection-lost'
	| 'unknown';

/** An error of the database. It did not write what it was asked to write. */
export class StorageError extends Error {
	override name = 'StorageError';
	readonly code: StorageErrorCode;
	constructor(code: StorageErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}

const codeByErrorName: Record<string, StorageErrorCode> = {
	QuotaExceededError: 'storage-full',
	VersionError: 'other-version-open',
	MissingAPIError: 'no-storage',
	SecurityError: 'no-storage',
	InvalidStateError: 'connection-lost',
	DatabaseClosedError: 'connection-lost',
	TransactionInactiveError: 'connection-lost',
	UnknownError: 'connection-lost',
	DataCloneError: 'not-storable',
	TimeoutError: 'timeout'
};

/**
 * Takes an error of Dexie's and returns the StorageError for it. A full disk shows at commit, as an AbortError that
 * holds the QuotaExceededError; a failure to open holds its cause in the same way, and a database that cannot even be
 * opened (Firefox with site data blocked throws InvalidStateError) counts as `no-storage`.
 */
export function storageErrorFrom(error: unknown): StorageError {
	if (error instanceof StorageError) return error;
	const isOpenFailure = error instanceof Error && error.name === 'OpenFailedError';
	for (let cause: unknown = error; cause instanceof Error; cause = innerError(cause)) {
		const code = codeByErrorName[cause.name];
		if (!code) continue;
		const finalCode = isOpenFailure && code === 'connection-lost' ? 'no-storage' : code;
		return new StorageError(finalCode, cause.message, { cause: error });
	}
	return new StorageError(isOpenFailure ? 'no-storage' : 'unknown', String(error), {
		cause: error
	});
}

function innerError(error: Error): unknown {
	const inner = 'inner' in error ? error.inner : undefined;
	return inner === error ? undefined : inner;
}
