/** The remainders of every byte by the polynomial 0xEDB88320, as zip has it (PKWARE APPNOTE 4.4.7). */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
	let rest = byte;
	for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
	return rest;
});

/** The CRC-32 of bytes; `before` is that of all bytes that came before them. */
export function crc32(bytes: Uint8Array, before = 0): number {
	let sum = ~before;
	for (const byte of bytes) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 0xff] ?? 0);
	return ~sum >>> 0;
}
