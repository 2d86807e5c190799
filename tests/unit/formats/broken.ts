import { zipOf } from './sample';

/* What the tests of broken files begin with: a good one, and how to break it. */

/** An entry of Day One's, and a journal and an archive of it. */
export const entry = { creationDate: '2021-03-03T11:48:50Z', text: 'A page.' };
export const journal = JSON.stringify({ metadata: { version: '1.0' }, entries: [entry] });
export const zip = zipOf({ 'Journal.json': journal });

/** The bytes with some of them changed. */
export function patched(bytes: Uint8Array, at: number, ...by: number[]): Uint8Array {
	const copy = bytes.slice();
	copy.set(by, at);
	return copy;
}

/** Where the first header of this kind stands: 1 for a file's, 3 for the list's, 5 for the end. */
export function headerAt(bytes: Uint8Array, kind: number): number {
	return bytes.findIndex(
		(byte, at) => byte === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === kind
	);
}
