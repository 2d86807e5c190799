/*
 * What Firefox packs its session files with: `mozLz40`, a zero, the length of the content in four bytes,
 * and one LZ4 block (https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md).
 */
const MAGIC = Buffer.from('mozLz40\0', 'latin1');

/** Returns what is packed in a file of Firefox's; null for any other file. */
export function unpackMozLz4(file: Buffer): Buffer | null {
	if (!file.subarray(0, MAGIC.length).equals(MAGIC)) return null;
	const length = file.readUInt32LE(MAGIC.length);
	return unpackBlock(file.subarray(MAGIC.length + 4), length);
}

/** Returns the content of an LZ4 block. Throws if it is not of the length it should have. */
function unpackBlock(block: Buffer, length: number): Buffer {
	const content = Buffer.alloc(length);
	let from = 0;
	let to = 0;
	/** A length of 15 goes on in the bytes that follow, up to the first that is not 255. */
	const wholeLength = (start: number): number => {
		let sum = start;
		for (let more = start === 15 ? 255 : 0; more === 255; sum += more) more = block[from++] ?? 0;
		return sum;
	};
	while (from < block.length) {
		const token = block[from++] ?? 0;
		const plain = wholeLength(token >> 4);
		to += block.copy(content, to, from, from + plain);
		from += plain;
		if (from >= block.length) break;
		const back = block.readUInt16LE(from);
		from += 2;
		// Byte by byte: what is repeated may reach into what is being written.
		for (let left = wholeLength(token & 15) + 4; left > 0; left -= 1, to += 1) {
			content[to] = content[to - back] ?? 0;
		}
	}
	if (to !== length) throw new Error(`unpacked ${to} bytes of ${length}`);
	return content;
}
