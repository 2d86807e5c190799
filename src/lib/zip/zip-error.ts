/**
 * - `damaged`: it is cut off, contradicts itself, or is not what its CRC-32 says
 * - `unsupported`: a valid archive that uses what is not read here: encryption, another compression method, sizes that
 *   follow the data where they are needed before it
 * - `too-large`: more entries or bytes than the limit, or than the format has room for
 * - `bomb`: an entry that decompresses to far more than honest data does
 */
export type ZipErrorCode = 'damaged' | 'unsupported' | 'too-large' | 'bomb';

/** An archive that is not read, or not written. Its message names no entry. */
export class ZipError extends Error {
	override name = 'ZipError';
	readonly code: ZipErrorCode;
	constructor(code: ZipErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
