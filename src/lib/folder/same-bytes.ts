/** Whether two files are the same, byte by byte, read a piece at a time. */
export async function sameBytes(one: Blob, other: Blob): Promise<boolean> {
	if (one.size !== other.size) return false;
	const PIECE = 4 * 1024 * 1024;
	for (let at = 0; at < one.size; at += PIECE) {
		const [a, b] = await Promise.all(
			[one, other].map(
				async (blob) => new Uint8Array(await blob.slice(at, at + PIECE).arrayBuffer())
			)
		);
		if (!a || !b || a.some((byte, place) => byte !== b[place])) return false;
	}
	return true;
}
