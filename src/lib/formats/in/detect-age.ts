import { detectEncoding } from './decode-text';

/** How a file of the age format begins, whatever its version. */
const AGE_MAGIC = 'age-encryption.org/';
/** How the same begins in letters, to be sent where only text passes. */
const ARMOR_HEADER = '-----BEGIN AGE ENCRYPTED FILE-----';
/** So many bytes are looked at: what was copied out of a message may have empty lines before it. */
const PREFIX_LENGTH = 1_024;

/** Whether a file begins as every age file does, in bytes or in letters. */
export function hasAgeHeader(file: Uint8Array): boolean {
	return decodePrefix(file.subarray(0, PREFIX_LENGTH)).startsWith(AGE_MAGIC) || isArmored(file);
}

/** Whether it is an age file in letters. */
export function isArmored(file: Uint8Array): boolean {
	return decodePrefix(file.subarray(0, PREFIX_LENGTH)).trimStart().startsWith(ARMOR_HEADER);
}

/** Bytes of a text as its first ones say that it is written. */
export function decodePrefix(bytes: Uint8Array): string {
	return new TextDecoder(detectEncoding(bytes).encoding).decode(bytes);
}
