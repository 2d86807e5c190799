/**
 * - `empty`: there is nothing in it, not a byte or not a file
 * - `unknown`: it is none of the formats that can be read
 * - `own-backup`: a backup in the age format; it is opened with its code, elsewhere
 * - `unpacked-backup`: what a backup of ours holds, taken out of it; the backup itself is what is brought in
 * - `several`: files of more than one kind, or more than one archive, at once
 * - `damaged`: it begins as one of the formats, and is cut off or broken
 * - `locked`: an archive with a password
 * - `packing`: an archive packed in a way that is not read here
 * - `too-large`: more than can be taken at once
 * - `bomb`: an archive that would unpack to far more than it can honestly hold
 * - `not-text`: what should be text is not
 * - `no-pages`: it was understood, and holds no page that could be taken
 * - `unreadable`: the device does not give the file out: it was moved, changed or closed meanwhile
 */
export const formatErrorCodes = [
	'empty',
	'unknown',
	'own-backup',
	'unpacked-backup',
	'several',
	'damaged',
	'locked',
	'packing',
	'too-large',
	'bomb',
	'not-text',
	'no-pages',
	'unreadable'
] as const;
export type FormatErrorCode = (typeof formatErrorCodes)[number];

/** A file that is not taken, as a whole, and why. Nothing of it was. */
export class FormatError extends Error {
	override name = 'FormatError';
	readonly code: FormatErrorCode;
	constructor(code: FormatErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
