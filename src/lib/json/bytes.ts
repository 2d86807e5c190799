/* The structural characters and the white space of JSON (RFC 8259, section 2), as bytes of UTF-8. */

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const BEGIN_ARRAY = 0x5b;
export const BACKSLASH = 0x5c;
export const END_ARRAY = 0x5d;
export const BEGIN_OBJECT = 0x7b;
export const END_OBJECT = 0x7d;

/** Whether a byte is white space between tokens. */
export function isSpace(byte: number): boolean {
	return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
