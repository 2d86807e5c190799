/** Why a journal cannot be opened, or a page not kept. The sentences stand in lib/app/words/failure-words.ts. */
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

/** What goes wrong where the parts are put together. */
export class SessionError extends Error {
	override name = 'SessionError';
	readonly code: FailureCode;
	constructor(code: FailureCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}

/** Takes whatever was thrown and returns the failure it stands for; `unknown` when nobody foresaw it. */
export function failureFrom(error: unknown): FailureCode {
	const code = error instanceof Error && 'code' in error ? error.code : null;
	return failureCodes.find((one) => one === code) ?? 'unknown';
}
