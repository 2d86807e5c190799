/**
 * - `no-worker`: the search worker cannot be started, has died, or does not answer; a new Search may do better
 * - `closed`: this search was closed
 * - `unknown`: something failed inside it
 */
export type SearchErrorCode = 'no-worker' | 'closed' | 'unknown';

export class SearchError extends Error {
	override name = 'SearchError';
	readonly code: SearchErrorCode;
	constructor(code: SearchErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
