import { markOf } from './decode';

/** How a file of the age format begins, whatever its version. */
const BYTES = 'age-encryption.org/';
/** How the same begins in letters, to be sent where only text passes. */
const LETTERS = '-----BEGIN AGE ENCRYPTED FILE-----';
/** So many bytes are looked at: what was copied out of a message may have empty lines before it. */
const LOOK = 1_024;

/** Whether a file begins as every age file does, in bytes or in letters. */
export function isAge(file: Uint8Array): boolean {
	return textOf(file.subarray(0, LOOK)).startsWith(BYTES) || isInLetters(file);
}

/** Whether it is an age file in letters. */
export function isInLetters(file: Uint8Array): boolean {
	return textOf(file.subarray(0, LOOK)).trimStart().startsWith(LETTERS);
}

/** Bytes of a text as its first ones say that it is written. */
export function textOf(bytes: Uint8Array): string {
	return new TextDecoder(markOf(bytes).encoding).decode(bytes);
}
