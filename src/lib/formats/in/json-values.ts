import { JsonError, JsonStream, type JsonErrorCode, type JsonValue } from '$lib/json/json';
import { toUtf8 } from './decode-text';
import { FormatError, type FormatErrorCode } from '$lib/formats/format-error';
import { formatLimits } from '$lib/formats/limits';

/** The stream for a journal: its `entries` come one by one, be they an array or an object; the rest is left out if large. */
export function createJournalStream(): JsonStream {
	return new JsonStream({
		limits: {
			bytes: formatLimits.jsonEntryBytes,
			values: formatLimits.jsonValues,
			depth: formatLimits.nestingDepth
		},
		arrays: ['entries'],
		objects: ['entries'],
		skipLarge: true
	});
}

const FORMAT_ERROR_CODES: Record<JsonErrorCode, FormatErrorCode> = {
	'not-object': 'unknown',
	syntax: 'damaged',
	'duplicate-key': 'damaged',
	'too-deep': 'damaged',
	'too-large': 'too-large'
};

/**
 * Yields the values of a JSON file in UTF-8 or UTF-16, as `stream` gives them out. Throws a FormatError: `unknown` if
 * the file is not an object, `damaged` if it is not JSON, `too-large` if an entry is, or what the reading throws.
 */
export async function* readJsonValues(
	chunks: AsyncIterable<Uint8Array>,
	stream: JsonStream
): AsyncGenerator<JsonValue, void> {
	try {
		for await (const chunk of toUtf8(chunks)) yield* stream.push(chunk);
		stream.end();
	} catch (error) {
		if (!(error instanceof JsonError)) throw error;
		throw new FormatError(FORMAT_ERROR_CODES[error.code], `the JSON: ${error.message}`, {
			cause: error
		});
	}
}
