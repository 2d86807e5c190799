/**
 * - `not-object`: the text is not a JSON object
 * - `syntax`: it is not JSON (RFC 8259) in UTF-8, or it is cut off
 * - `duplicate-key`: one object has two members of the same name
 * - `too-deep`: objects and arrays are nested more deeply than the limit
 * - `too-large`: a value has more bytes, or more values in it, than the limit
 */
export type JsonErrorCode = 'not-object' | 'syntax' | 'duplicate-key' | 'too-deep' | 'too-large';

/** A JSON text that is not read to its end. Its message holds nothing of the text. */
export class JsonError extends Error {
	override name = 'JsonError';
	readonly code: JsonErrorCode;
	constructor(code: JsonErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
