/**
 * - `gone`: the journal that this page opened is no longer in the database
 * - `other-key`: the vault has a new key; this page holds the old one
 * - `busy`: other tabs kept writing; nothing was written
 * - `damaged-inventory`: the list of what the journal consists of is damaged; nothing may be written
 *    until a person had it taken anew
 * - `let-go-elsewhere`: the entry was removed in another tab; nothing was written
 * - `not-whole`: not every entry could be opened, and that would be needed; nothing was written
 * - `damaged-vault`: something without which nothing can be written does not open
 */
export type JournalErrorCode =
	| 'gone'
	| 'other-key'
	| 'busy'
	| 'let-go-elsewhere'
	| 'damaged-inventory'
	| 'not-whole'
	| 'damaged-vault';

/** The journal, here and broken. */
export class JournalError extends Error {
	override name = 'JournalError';
	readonly code: JournalErrorCode;
	constructor(code: JournalErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
