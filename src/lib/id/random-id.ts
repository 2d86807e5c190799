/** Returns 128 random bits in hex: an id that tells neither time nor order. */
export function randomId(): string {
	return toHex(crypto.getRandomValues(new Uint8Array(16)));
}

/** Takes bytes and returns them in lower-case hex. */
export function toHex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Takes hex and returns its bytes. */
export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(hex.length / 2);
	for (let index = 0; index < bytes.length; index += 1) {
		bytes[index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16);
	}
	return bytes;
}

/** An id for a part, a question or a companion that is made here: never shown, never changed, saying nothing. */
export function newId(kind: 'companion' | 'part' | 'q'): string {
	return `${kind}-${toHex(crypto.getRandomValues(new Uint8Array(kind === 'companion' ? 8 : 4)))}`;
}
