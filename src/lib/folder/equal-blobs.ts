/** Whether two files are the same, byte by byte, read a piece at a time. */
export async function equalBlobs(one: Blob, other: Blob): Promise<boolean> {
	if (one.size !== other.size) return false;
	const CHUNK_SIZE = 4 * 1024 * 1024;
	for (let at = 0; at < one.size; at += CHUNK_SIZE) {
		const [a, b] = await Promise.all(
			[one, other].map(
				async (blob) => new Uint8Array(await blob.slice(at, at + CHUNK_SIZE).arrayBuffer())
			)
		);
		if (!a || !b || a.some((byte, index) => byte !== b[index])) return false;
	}
	return true;
}
