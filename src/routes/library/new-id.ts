/** An id for a part, a question or a companion that is made here: never shown, never changed, saying nothing. */
export function newId(kind: 'companion' | 'part' | 'q'): string {
	const bytes = crypto.getRandomValues(new Uint8Array(kind === 'companion' ? 8 : 4));
	return `${kind}-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
