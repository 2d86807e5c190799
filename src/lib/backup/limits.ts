/*
 * What is opened at most. A journal of 50,000 pages is packed into about 100 MB, 120 of them JSON when unpacked,
 * and is read as it arrives, so what a file claims of itself costs nothing.
 */

/** Bytes of a whole file. */
export const MOST_FILE = 400 * 2 ** 20;
/** Bytes of a file in letters, which is read as one text. */
export const MAX_ARMORED = 64 * 2 ** 20;
/** Bytes of all that it unpacks to; an honest file has two to four times its size. */
export const MOST_UNPACKED = 2 ** 30;
/** So many times its packed size a file inside may be, once it is larger than 16 MB. */
export const MOST_RATIO = 100;
export const RATIO_FROM = 16 * 2 ** 20;
/** Files inside; a zip of the plain kind can hold no more than 65,535. */
export const MOST_FILES = 65_000;
/** Bytes of a record, and how many values it may be made of. */
export const MAX_RECORD_SIZE = 64 * 2 ** 20;
export const MAX_VALUES = 500_000;
/** Brackets within brackets; a note beside a page needs six. */
export const MAX_DEPTH = 12;
/** The exponent of scrypt's cost that is run at most: age's own setting, 256 MB. */
export const MAX_COST = 18;
