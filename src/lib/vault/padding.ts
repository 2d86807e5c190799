import { VaultError } from './vault-error';

/** The least padded length of a record, in bytes: a line and a page look alike. */
const MIN_SIZE = 1024;

/**
 * Takes a length in bytes and returns the one it is padded to: Padmé (Nikitin et al. 2019, "Reducing
 * Metadata Leakage from Encrypted Files and Communication with PURBs", PETS), which costs at most 12 %.
 */
export function paddedLength(length: number): number {
	if (length <= MIN_SIZE) return MIN_SIZE;
	const exponent = Math.floor(Math.log2(length));
	const mantissaBits = Math.floor(Math.log2(exponent)) + 1;
	const step = 2 ** (exponent - mantissaBits);
	return Math.ceil(length / step) * step;
}

/*
 * The plaintext that is encrypted:
 *
 *   0        4                4 + length       padded length
 *   +--------+----------------+----------------+
 *   | length | UTF-8 JSON     | zeros          |
 *   +--------+----------------+----------------+
 *     u32, big-endian
 */

/** Takes a value that JSON can hold and returns its padded bytes. */
export function encodePadded(value: unknown): Uint8Array<ArrayBuffer> {
	const text = new TextEncoder().encode(JSON.stringify(value));
	const bytes = new Uint8Array(paddedLength(4 + text.length));
	new DataView(bytes.buffer).setUint32(0, text.length);
	bytes.set(text, 4);
	return bytes;
}

/** Takes padded bytes and returns the value. Throws `damaged-record` for bytes of another form. */
export function decodePadded(bytes: Uint8Array): unknown {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const length = bytes.length >= 4 ? view.getUint32(0) : Infinity;
	if (4 + length > bytes.length) throw new VaultError('damaged-record', 'the length is wrong');
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(4, 4 + length));
		return JSON.parse(text);
	} catch (cause) {
		throw new VaultError('damaged-record', 'the text is not JSON', { cause });
	}
}
