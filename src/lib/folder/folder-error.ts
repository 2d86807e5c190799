/**
 * - `not-allowed`: the browser does not let this page write there, or no longer
 * - `gone`: the folder, or the file, is not where it was
 * - `full`: there is no room
 * - `unequal`: what was read back is not what was written
 * - `failed`: the device refused for a reason of its own
 */
export type FolderErrorCode = 'not-allowed' | 'gone' | 'full' | 'unequal' | 'failed';

/** A folder that could not be read or written. What lay there before is as it was. */
export class FolderError extends Error {
	override name = 'FolderError';
	readonly code: FolderErrorCode;
	constructor(code: FolderErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}

/** Names of https://fs.spec.whatwg.org and https://wicg.github.io/file-system-access. */
const FOLDER_ERROR_CODES: Record<string, FolderErrorCode> = {
	NotAllowedError: 'not-allowed',
	SecurityError: 'not-allowed',
	NoModificationAllowedError: 'not-allowed',
	NotFoundError: 'gone',
	TypeMismatchError: 'gone',
	QuotaExceededError: 'full'
};

/** What a browser threw, as one of ours. */
export function folderErrorFrom(cause: unknown): FolderError {
	if (cause instanceof FolderError) return cause;
	const name = cause instanceof Error ? cause.name : '';
	return new FolderError(FOLDER_ERROR_CODES[name] ?? 'failed', `the folder failed: ${name}`, {
		cause
	});
}
