import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** An id as this journal has them: 128 bits in lower-case hex. */
const ID_FORM = /^[0-9a-f]{32}$/;

/** Whether a text is an id of this journal's form. */
export function isEntryId(text: string): boolean {
	return ID_FORM.test(text);
}

/** The id in a UUID, with or without hyphens and in either case; null for a text that is none. */
export function idFromUuid(text: string): string | null {
	const id = text.length > 40 ? '' : text.replaceAll('-', '').toLowerCase();
	return isEntryId(id) ? id : null;
}

/**
 * 128 bits that follow from these texts, in hex: the same for the same texts, at any time and on any device.
 *
 * Ids stand unsealed on the disk, so `secret` belongs to one journal and is mixed in. Without it, whoever holds
 * the disk could guess at a text and see from its id that it is there.
 */
export function deriveId(secret: string, ...texts: string[]): string {
	const input = JSON.stringify(['own-voice/1/id', secret, ...texts]);
	return bytesToHex(sha256(utf8ToBytes(input)).subarray(0, 16));
}
