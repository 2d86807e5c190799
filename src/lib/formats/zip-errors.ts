import { ZipError, type ZipErrorCode } from '$lib/zip/zip';
import { FormatError, type FormatErrorCode } from './format-error';

/** What is wrong with a file whose archive is not read, or not written. */
const codes: Readonly<Record<ZipErrorCode, FormatErrorCode>> = {
	damaged: 'damaged',
	unsupported: 'packing',
	'too-large': 'too-large',
	bomb: 'bomb'
};

/** Takes what was thrown, and returns the FormatError that a ZipError stands for, or what it was. */
export function formatErrorFrom(error: unknown): unknown {
	if (!(error instanceof ZipError)) return error;
	return new FormatError(codes[error.code], error.message, { cause: error });
}
