import { StorageError } from './storage-error';

/** How long the database may take, in milliseconds, before a person is told. */
export const PATIENCE = 10_000;

/**
 * Returns what `work` returns, or throws a StorageError `timeout` after ten seconds: WebKit with several
 * tabs can leave a request unanswered for ever (https://github.com/firebase/firebase-js-sdk/issues/9802).
 */
export async function withTimeLimit<T>(work: PromiseLike<T>): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const limit = new Promise<never>((_, reject) => {
		timer = setTimeout(() => {
			reject(new StorageError('timeout', `no answer from the database in ${PATIENCE} ms`));
		}, PATIENCE);
	});
	try {
		return await Promise.race([work, limit]);
	} finally {
		clearTimeout(timer);
	}
}
