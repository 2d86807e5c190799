import { FormatError } from '$lib/formats/format-error';

/**
 * - `empty`: there is nothing in it
 * - `not-text`: it is no text, or none that can be read
 * - `too-large`: more than an essay can be
 * - `damaged`: it begins as an archive or a book, and is cut off or broken
 * - `locked`: a book that only its own program opens
 * - `nothing-found`: it was read, and what is left of it without the page's furniture is no text
 * - `unreadable`: the device does not give the file out
 */
export type EssayErrorCode =
	'empty' | 'not-text' | 'too-large' | 'damaged' | 'locked' | 'nothing-found' | 'unreadable';

/** A file or text that is not taken as an essay. Nothing of it was. */
export class EssayError extends Error {
	override name = 'EssayError';
	readonly code: EssayErrorCode;
	constructor(code: EssayErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}

const ESSAY_ERROR_CODES: Partial<Record<string, EssayErrorCode>> = {
	empty: 'empty',
	'too-large': 'too-large',
	bomb: 'too-large',
	locked: 'locked',
	packing: 'damaged',
	damaged: 'damaged',
	unreadable: 'unreadable',
	'not-text': 'not-text'
};

/** What reading a file threw, as one of ours; what is neither passes through. */
export function essayErrorFrom(cause: unknown): unknown {
	if (!(cause instanceof FormatError)) return cause;
	return new EssayError(ESSAY_ERROR_CODES[cause.code] ?? 'damaged', cause.message, { cause });
}
