import type { ZipLimits } from '$lib/zip/zip';

/*
 * What is opened at most. A journal of 50,000 pages is packed into about 100 MB, 120 of them JSON when unpacked,
 * and is read as it arrives, so what a file claims of itself costs nothing.
 */

/** Bytes of a whole file. */
export const MAX_FILE_SIZE = 400 * 2 ** 20;
/** Bytes of a file in letters, which is read as one text. */
export const MAX_ARMORED_SIZE = 64 * 2 ** 20;
/** What the archive inside may claim. */
export const archiveLimits: ZipLimits = {
	/** Without the zip64 extensions there can be no more than 65,535. */
	entries: 65_000,
	/** An honest file has two to four times its size. */
	uncompressed: 2 ** 30,
	ratio: 100,
	ratioFrom: 16 * 2 ** 20
};
/** Bytes of a record, and how many values it may be made of. */
export const MAX_RECORD_SIZE = 64 * 2 ** 20;
export const MAX_VALUES = 500_000;
/** Brackets within brackets; a note beside a page needs six. */
export const MAX_DEPTH = 12;
/** The exponent of scrypt's cost that is run at most: age's own setting, 256 MB. */
export const MAX_WORK_FACTOR = 18;
