/**
 * - `no-crypto`: the browser offers no WebCrypto here
 * - `no-wasm`: what a passphrase slot asks for cannot be run here
 * - `too-much-memory`: a slot asks for more memory than is given to one, or than this device has
 * - `damaged-record`: a record that does not open: changed, moved, rolled back or foreign
 * - `damaged-slot`: a key slot whose form is not one of ours
 * - `closed`: asked of a vault that was closed
 */
export type VaultErrorCode =
	| 'no-crypto'
	| 'no-wasm'
	| 'too-much-memory'
	| 'damaged-record'
	| 'damaged-slot'
	| 'closed'
	| 'unknown';

/** The vault, here and broken. Says nothing of why a record does not open: a stranger learns nothing. */
export class VaultError extends Error {
	override name = 'VaultError';
	readonly code: VaultErrorCode;
	constructor(code: VaultErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
