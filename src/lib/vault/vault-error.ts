/**
 * - `no-crypto`: the browser offers no WebCrypto here
 * - `no-wasm`: the key derivation of a passphrase slot cannot be run here
 * - `too-much-memory`: a slot asks for more memory than a slot may use, or than this device has
 * - `damaged-record`: a record that cannot be decrypted: changed, moved, rolled back or foreign
 * - `damaged-slot`: a key slot whose form is not one of ours
 * - `closed`: a call of a vault that was closed
 */
export type VaultErrorCode =
	| 'no-crypto'
	| 'no-wasm'
	| 'too-much-memory'
	| 'damaged-record'
	| 'damaged-slot'
	| 'closed'
	| 'unknown';

/** An error of the vault. It does not say why a record cannot be decrypted: a stranger learns nothing. */
export class VaultError extends Error {
	override name = 'VaultError';
	readonly code: VaultErrorCode;
	constructor(code: VaultErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
