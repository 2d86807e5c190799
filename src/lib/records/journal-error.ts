/**
 * - `gone`: the journal that this page opened is no longer in the database
 * - `other-key`: the vault has a new key; this page holds the old one
 * - `busy`: other tabs kept writing; nothing was written
 * - `damaged-manifest`: the list of what the journal consists of is damaged; nothing may be written
 *    until a person had it taken anew
 * - `deleted-elsewhere`: the entry was removed in another tab; nothing was written
 * - `incomplete`: not every entry could be opened, and that would be needed; nothing was written
 * - `damaged-vault`: something without which nothing can be written does not open
 */
export type JournalErrorCode =
	| 'gone'
	| 'other-key'
	| 'busy'
	| 'deleted-elsewhere'
	| 'damaged-manifest'
	| 'incomplete'
	| 'damaged-vault';

/** An error of the journal, with a code. */
export class JournalError extends Error {
	override name = 'JournalError';
	readonly code: JournalErrorCode;
	constructor(code: JournalErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
