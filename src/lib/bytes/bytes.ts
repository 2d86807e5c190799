/** Comparing and joining bytes, which the platform has no functions for. */

/** Whether two arrays have the same bytes. The time it takes says where they differ: it is not for secrets of others. */
export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Joins chunks of bytes; a single chunk is returned as it is. */
export function concatBytes(chunks: readonly Uint8Array[]): Uint8Array {
	const [first] = chunks;
	if (first && chunks.length === 1) return first;
	const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
	let offset = 0;
	for (const chunk of chunks) {
		whole.set(chunk, offset);
		offset += chunk.length;
	}
	return whole;
}
