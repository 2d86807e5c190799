import { FormatError } from './format-error';
import { limits } from './limits';
import type { Source } from './source';

/** What bytes say of how they are written; `bom` are the bytes that say so. */
interface Mark {
	encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
	bom: number;
}

/** How the bytes of a file begin: with a mark, or in the pattern of text in two bytes a letter. */
export function markOf(bytes: Uint8Array): Mark {
	const [first, second, third] = bytes;
	if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', bom: 3 };
	if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', bom: 2 };
	if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', bom: 2 };
	// Two letters of ASCII in UTF-16: what Windows' shell writes when a program's output is sent to a file.
	if (first && second === 0 && third && bytes[3] === 0) return { encoding: 'utf-16le', bom: 0 };
	if (first === 0 && second && third === 0 && bytes[3]) return { encoding: 'utf-16be', bom: 0 };
	return { encoding: 'utf-8', bom: 0 };
}

/** Control characters that no text has: all but tab, line ends, form feed, backspace and escape. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const controls = /[\0-\x07\x0b\x0e-\x1a\x1c-\x1f]/;

/** What Windows-1252 has at 80 to 9F; some versions of Node give Latin-1's control characters there (nodejs/node#56542). */
const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const mended = (letter: string): string => upper[letter.charCodeAt(0) - 0x80] ?? letter;

/**
 * The text in bytes: UTF-8 or UTF-16, and where it is neither, Windows-1252, which any bytes are. So what then
 * has control characters is no text. Null for bytes that are none.
 */
export function decoded(bytes: Uint8Array): string | null {
	const { encoding, bom } = markOf(bytes);
	const strict = tryDecode(bytes.subarray(bom), encoding);
	// A NUL in proper UTF-8 is odd but harmless; in bytes that are not, it says that they are no text.
	if (strict !== null) return encoding === 'utf-8' && looksBinary(strict) ? null : strict;
	if (bom > 0) return null;
	const western = new TextDecoder('windows-1252').decode(bytes).replace(/[\x80-\x9f]/g, mended);
	return controls.test(western) ? null : western;
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
	const odd = sample.match(new RegExp(controls.source, 'g'))?.length ?? 0;
	return odd * 20 > sample.length;
}

/** The text of a file, without its mark. Throws a FormatError `too-large`, `not-text`, or what its reading throws. */
export async function textOf(source: Source): Promise<string> {
	if (source.size > limits.textFile) throw new FormatError('too-large', 'a text file is too large');
	const bytes = new Uint8Array(source.size);
	let length = 0;
	for await (const piece of source.chunks()) {
		bytes.set(piece, length);
		length += piece.length;
	}
	const text = decoded(bytes);
	if (text === null) throw new FormatError('not-text', 'the file is no text');
	return text;
}

/** The bytes of a text in UTF-8 without a mark, whichever of the Unicode encodings it is in. Throws a FormatError `not-text`. */
export async function* asUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
	let decoder: TextDecoder | null = null;
	let begun = false;
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
		if (!begun) {
			begun = true;
			const { encoding, bom } = markOf(chunk);
			piece = chunk.subarray(bom);
			if (encoding !== 'utf-8') decoder = new TextDecoder(encoding, { fatal: true });
		}
		yield decoder ? decode(piece) : piece;
	}
	if (decoder) yield decode();
}
