/** For each byte the remainder of its division by the polynomial 0xedb88320, bits reversed (APPNOTE 4.4.7). */
const table = /* @__PURE__ */ Uint32Array.from({ length: 256 }, (_, byte) => {
	let remainder = byte;
	for (let bit = 0; bit < 8; bit += 1) {
		remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb8_8320 : remainder >>> 1;
	}
	return remainder;
});

/** The CRC-32 of bytes; `before` is that of all bytes that came before them, 0 where none did. */
export function crc32(bytes: Uint8Array, before = 0): number {
	let sum = ~before;
	for (const byte of bytes) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 0xff] ?? 0);
	return ~sum >>> 0;
}
