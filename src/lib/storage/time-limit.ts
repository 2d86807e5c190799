import { StorageError } from './storage-error';

/** The milliseconds that the database may take before a `timeout` is thrown. */
export const TIMEOUT_MS = 10_000;
/**
 * The number of rows that can be read or written in that time on any device, and the milliseconds for each further one.
 */
const ROWS_IN_TIMEOUT = 1_000;
const MS_PER_ROW = 10;

/**
 * Returns the result of `work`, or throws a StorageError `timeout` after ten seconds: WebKit with several tabs can
 * leave a request unanswered for ever (https://github.com/firebase/firebase-js-sdk/issues/9802). Work on a great many
 * rows is given longer.
 */
export async function withTimeLimit<T>(work: PromiseLike<T>, rows = 0): Promise<T> {
	const timeoutMs = TIMEOUT_MS + Math.max(0, rows - ROWS_IN_TIMEOUT) * MS_PER_ROW;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const timeout = new Promise<never>((_, reject) => {
		timer = setTimeout(() => {
			reject(new StorageError('timeout', `no answer from the database in ${timeoutMs} ms`));
		}, timeoutMs);
	});
	try {
		return await Promise.race([work, timeout]);
	} finally {
		clearTimeout(timer);
	}
}
