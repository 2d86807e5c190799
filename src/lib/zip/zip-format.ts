/*
 * The records of a ZIP archive and their fields. The numbers in the comments are sections of PKWARE's APPNOTE.TXT,
 * version 6.3.10 (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). All fields are little-endian.
 *
 *   ( local file header · file name · file data )…
 *   ( central directory header · file name )…
 *   [ zip64 end of central directory record · its locator ]
 *   end of central directory record
 */

/** The signatures with which the records begin: 4.3.7, 4.3.12, 4.3.14, 4.3.15, 4.3.16. */
export const LOCAL_HEADER = 0x0403_4b50;
export const CENTRAL_HEADER = 0x0201_4b50;
export const ZIP64_END = 0x0606_4b50;
export const ZIP64_LOCATOR = 0x0706_4b50;
export const END = 0x0605_4b50;

/** Bytes of the records, without the names and fields of variable length that follow. */
export const LOCAL_HEADER_SIZE = 30;
export const CENTRAL_HEADER_SIZE = 46;
export const ZIP64_END_SIZE = 56;
export const ZIP64_LOCATOR_SIZE = 20;
export const END_SIZE = 22;

/** Versions needed to extract (4.4.3.2), in tenths: deflate, and the zip64 extensions. */
export const VERSION_DEFLATE = 20;
export const VERSION_ZIP64 = 45;

/** Bits of the general purpose bit flag (4.4.4). This one says how hard the data was compressed, for nobody's use. */
export const FLAG_LEVEL = 0b110;
/** The CRC-32 and the sizes stand in a data descriptor behind the data (4.3.9), and are zero in the local file header. */
export const FLAG_DATA_DESCRIPTOR = 1 << 3;
/** The file name is in UTF-8. */
export const FLAG_UTF8 = 1 << 11;

/** Compression methods (4.4.5). */
export const STORED = 0;
export const DEFLATED = 8;

/** What a field of 16 or 32 bits holds where the value stands in a zip64 record (4.4.1.4). */
export const MAX_16 = 0xffff;
export const MAX_32 = 0xffff_ffff;

/** The file data of an entry, as its headers describe it. */
export interface DataFields {
	/** `STORED` or `DEFLATED`, or another one that is not read here. */
	method: number;
	/** The CRC-32 of the uncompressed data. */
	crc: number;
	/** In bytes. */
	compressedSize: number;
	uncompressedSize: number;
}

/** The fields that a local file header and a central directory header have in common. */
export interface HeaderFields extends DataFields {
	flags: number;
	/** Date and time as MS-DOS has them (4.4.6); see `dosDateTime`. */
	modified: number;
	nameLength: number;
	extraLength: number;
}

/**
 * Date and time as MS-DOS has them (4.4.6), the date in the upper sixteen bits: years since 1980 in seven bits, month
 * in four, day in five; hours in five, minutes in six, half seconds in five. They name no time zone: the fields of UTC
 * of `clock` are what a clock showed. Outside of 1980 to 2107 it is the first day that there is.
 */
export function dosDateTime(clock: Date): number {
	const year = clock.getUTCFullYear();
	if (!(year >= 1980 && year <= 2107)) return ((1 << 5) | 1) << 16;
	const date = ((year - 1980) << 9) | ((clock.getUTCMonth() + 1) << 5) | clock.getUTCDate();
	const seconds = clock.getUTCSeconds() >> 1;
	return (
		((date << 16) | (clock.getUTCHours() << 11) | (clock.getUTCMinutes() << 5) | seconds) >>> 0
	);
}
