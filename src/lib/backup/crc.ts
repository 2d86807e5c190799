/** One step of the CRC for each value of a byte. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit += 1) {
		value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
	}
	return value;
});

/** The CRC-32 of bytes that come in pieces, as zip files carry it (ISO 3309). */
export class Crc {
	#value = 0xffff_ffff;

	add(piece: Uint8Array): void {
		let value = this.#value;
		for (const byte of piece) value = (table[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
		this.#value = value;
	}

	/** The CRC of all that was added. */
	get value(): number {
		return (this.#value ^ 0xffff_ffff) >>> 0;
	}
}
