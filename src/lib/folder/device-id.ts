const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Four letters and digits, drawn at random: enough to tell the few devices that share a folder. */
export function createDeviceId(): string {
	// 256 is a multiple of 32, so every letter is as likely as the next.
	return [...crypto.getRandomValues(new Uint8Array(4))]
		.map((byte) => ALPHABET[byte % ALPHABET.length])
		.join('');
}
