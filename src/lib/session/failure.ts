/**
 * The reasons why a journal cannot be opened, or an entry not saved. Their sentences are in
 * src/lib/app/words/failure-words.ts.
 */
const failureCodes = [
	'no-crypto',
	'no-wasm',
	'no-worker',
	'no-storage',
	'no-key',
	'storage-full',
	'newer-format',
	'other-version-open',
	'gone',
	'other-key',
	'busy',
	'deleted-elsewhere',
	'timeout',
	'connection-lost',
	'damaged-manifest',
	'incomplete',
	'damaged-slot',
	'slots-damaged',
	'too-much-memory',
	'damaged-vault',
	'unknown'
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** An error of the session, which puts the vault, the storage and the journal together. */
export class SessionError extends Error {
	override name = 'SessionError';
	readonly code: FailureCode;
	constructor(code: FailureCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}

/** Takes a thrown value and returns its failure code; `unknown` for one without a known code. */
export function failureFrom(error: unknown): FailureCode {
	const code = error instanceof Error && 'code' in error ? error.code : null;
	return failureCodes.find((one) => one === code) ?? 'unknown';
}
