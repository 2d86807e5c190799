import { FormatError } from '$lib/formats/format-error';
import { formatLimits } from '$lib/formats/limits';
import type { Source } from './source';

/** What bytes say of how they are written; `bom` are the bytes that say so. */
interface DetectedEncoding {
	encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
	bomLength: number;
}

/** How the bytes of a file begin: with a mark, or in the pattern of text in two bytes a letter. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
	const [first, second, third] = bytes;
	if (first === 0xef && second === 0xbb && third === 0xbf) {
		return { encoding: 'utf-8', bomLength: 3 };
	}
	if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', bomLength: 2 };
	if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', bomLength: 2 };
	// Two letters of ASCII in UTF-16: what Windows' shell writes when a program's output is sent to a file.
	if (first && second === 0 && third && bytes[3] === 0) {
		return { encoding: 'utf-16le', bomLength: 0 };
	}
	if (first === 0 && second && third === 0 && bytes[3]) {
		return { encoding: 'utf-16be', bomLength: 0 };
	}
	return { encoding: 'utf-8', bomLength: 0 };
}

/** Control characters that no text has: all but tab, line ends, form feed, backspace and escape. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL_CHARS = /[\0-\x07\x0b\x0e-\x1a\x1c-\x1f]/;

/** What Windows-1252 has at 80 to 9F; some versions of Node give Latin-1's control characters there (nodejs/node#56542). */
const WINDOWS_1252_UPPER = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const fixWindows1252 = (char: string): string =>
	WINDOWS_1252_UPPER[char.charCodeAt(0) - 0x80] ?? char;

/**
 * The text in bytes: UTF-8 or UTF-16, and where it is neither, Windows-1252, which any bytes are. So what then
 * has control characters is no text. Null for bytes that are none.
 */
export function decodeText(bytes: Uint8Array): string | null {
	const { encoding, bomLength } = detectEncoding(bytes);
	const decodedStrictly = tryDecode(bytes.subarray(bomLength), encoding);
	// A NUL in proper UTF-8 is odd but harmless; in bytes that are not, it says that they are no text.
	if (decodedStrictly !== null) {
		return encoding === 'utf-8' && looksBinary(decodedStrictly) ? null : decodedStrictly;
	}
	if (bomLength > 0) return null;
	const western = new TextDecoder('windows-1252')
		.decode(bytes)
		.replace(/[\x80-\x9f]/g, fixWindows1252);
	return CONTROL_CHARS.test(western) ? null : western;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null; // TypeError: not in this encoding
	}
}

/** Whether a text is mostly what no one types; a few stray control characters are not enough. */
function looksBinary(text: string): boolean {
	const sample = text.slice(0, 4_000);
	const controlCount = sample.match(new RegExp(CONTROL_CHARS.source, 'g'))?.length ?? 0;
	return controlCount * 20 > sample.length;
}

/** The text of a file, without its mark. Throws a FormatError `too-large`, `not-text`, or what its reading throws. */
export async function readText(source: Source): Promise<string> {
	if (source.size > formatLimits.textFileBytes) {
		throw new FormatError('too-large', 'a text file is too large');
	}
	const bytes = new Uint8Array(source.size);
	let length = 0;
	for await (const piece of source.chunks()) {
		bytes.set(piece, length);
		length += piece.length;
	}
	const text = decodeText(bytes);
	if (text === null) throw new FormatError('not-text', 'the file is no text');
	return text;
}

/** The bytes of a text in UTF-8 without a mark, whichever of the Unicode encodings it is in. Throws a FormatError `not-text`. */
export async function* toUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
	let decoder: TextDecoder | null = null;
	let hasStarted = false;
	const encoder = new TextEncoder();
	const decode = (piece?: Uint8Array): Uint8Array => {
		try {
			const text = piece ? decoder?.decode(piece, { stream: true }) : decoder?.decode();
			return encoder.encode(text);
		} catch (cause) {
			throw new FormatError('not-text', 'the file is no text in UTF-16', { cause });
		}
	};
	for await (const chunk of chunks) {
		if (chunk.length === 0) continue;
		let piece = chunk;
		if (!hasStarted) {
			hasStarted = true;
			const { encoding, bomLength } = detectEncoding(chunk);
			piece = chunk.subarray(bomLength);
			if (encoding !== 'utf-8') decoder = new TextDecoder(encoding, { fatal: true });
		}
		yield decoder ? decode(piece) : piece;
	}
	if (decoder) yield decode();
}
