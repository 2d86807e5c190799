/*
 * Normalisation of a text, so that two spellings of one word become equal. Compatibility forms are decomposed (NFKD),
 * case and diacritics dropped, letters that Unicode does not decompose replaced by plain ones, quotes and hyphens
 * unified.
 *
 * Normalised text is for comparing and never for showing. A Korean syllable is decomposed into its letters, so that a
 * syllable being typed is the beginning of the one it becomes.
 */

/** A normalised text, and for each of its UTF-16 units the start and the end of the original text it comes from. */
export interface NormalisedText {
	text: string;
	starts: Uint32Array;
	ends: Uint32Array;
}

// The pieces that are normalised as one: kana with its voicing mark, the letters of one Korean syllable, and any other
// character by itself.
const unitPattern =
	/[\u3046-\u30FF\uFF66-\uFF9D][\u3099\u309A\uFF9E\uFF9F]|[\u1100-\u115F]+[\u1160-\u11A7]*[\u11A8-\u11FF]*|[^]/uy;

/**
 * The ranges of code points that are dropped: the diacritics of Latin, Greek and Cyrillic; the points of Hebrew and
 * Arabic, which most leave out, and the stroke that only lengthens a word; invisible characters (soft hyphens, joiners,
 * directions, variants); skin tones. The vowel signs of Indian and Thai scripts are letters to their readers, and stay.
 */
const ignoredRanges = [
	...['0300-036F', '0483-0487', '1AB0-1AFF', '1DC0-1DFF', '20D0-20FF', 'FE20-FE2F'],
	...['0591-05BD', '05BF-05BF', '05C1-05C2', '05C4-05C5', '05C7-05C7'],
	...['0610-061A', '0640-0640', '064B-065F', '0670-0670', '06D6-06DC'],
	...['00AD-00AD', '061C-061C', '200B-200F', '202A-202E', '2060-2060', 'FE00-FE0F', 'FEFF-FEFF'],
	...['E0100-E01EF', '1F3FB-1F3FF']
];
const ignored = new RegExp(
	`[${ignoredRanges.map((range) => range.replace(/\w+/g, '\\u{$&}')).join('')}]`,
	'gu'
);

/**
 * Replacements for letters and signs that NFKD leaves as they are. Dashes are not here: they separate words, hyphens
 * join them.
 */
const plainForms = new Map(
	Object.entries({
		...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ŧ: 't' },
		...{ ı: 'i', ς: 'σ' },
		...{ '‘': "'", '’': "'", '‚': "'", '‛': "'", '′': "'", ʼ: "'", ʻ: "'", ʹ: "'", '`': "'" },
		...{ '“': '"', '”': '"', '„': '"', '‟': '"', '«': '"', '»': '"' },
		...{ '‐': '-', '‑': '-', '⁃': '-', '−': '-' }
	})
);

// Characters recur, so each is normalised once. Longer pieces are rare, and there is no limit to their number.
const pieceCache = new Map<string, string>();

function normalisePiece(original: string): string {
	const cached = pieceCache.get(original);
	if (cached !== undefined) return cached;
	const decomposed = original.toLowerCase().normalize('NFKD').toLowerCase().replace(ignored, '');
	const characters = Array.from(
		decomposed,
		(character) => plainForms.get(character) ?? character
	).join('');
	// Voiced kana are letters of their own: か is no beginning of が.
	const normalised = /[\u3099\u309A]/.test(characters) ? characters.normalize('NFC') : characters;
	if (original.length <= 2) pieceCache.set(original, normalised);
	return normalised;
}

/** The normalised form of a UTF-16 unit, where that is always one unit whatever its neighbours; else one of these. */
const UNKNOWN = 0;
const NOT_SINGLE = 0xffff;
const unitCache = new Uint16Array(0x10000);

/** Matches units that may depend on their neighbours: kana, Korean letters, surrogates. */
const contextDependent = /[\u3046-\u30FF\uFF66-\uFF9D\u1100-\u115F\uD800-\uDFFF]/;

function normaliseUnit(unit: number): number {
	const character = String.fromCharCode(unit);
	const normalised = normalisePiece(character);
	const isSingle = normalised.length === 1 && !contextDependent.test(character);
	return (unitCache[unit] = isSingle ? normalised.charCodeAt(0) : NOT_SINGLE);
}

let buffer = new Uint16Array(4096);
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

function growBuffer(length: number): void {
	if (length <= buffer.length) return;
	const larger = new Uint16Array(length * 2);
	larger.set(buffer);
	buffer = larger;
}

/** Normalises into the buffer and returns the new length; `places` receives the origin of each unit. */
function normaliseToBuffer(
	text: string,
	offsets: { starts: number[]; ends: number[] } | null
): number {
	growBuffer(text.length);
	let length = 0;
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		const cached = unitCache[unit] ?? UNKNOWN;
		const normalised = cached === UNKNOWN ? normaliseUnit(unit) : cached;
		if (normalised !== NOT_SINGLE) {
			buffer[length] = normalised;
			length += 1;
			offsets?.starts.push(at);
			offsets?.ends.push(at + 1);
			continue;
		}
		unitPattern.lastIndex = at;
		const original = unitPattern.exec(text)?.[0] ?? text.charAt(at);
		const normalisedPiece = normalisePiece(original);
		growBuffer(length + normalisedPiece.length + text.length - at);
		for (let index = 0; index < normalisedPiece.length; index += 1) {
			buffer[length] = normalisedPiece.charCodeAt(index);
			length += 1;
			offsets?.starts.push(at);
			offsets?.ends.push(at + original.length);
		}
		at += original.length - 1;
	}
	return length;
}

/** Returns the text in the buffer and clears it, for it is a person's words. */
function takeBuffer(length: number): string {
	const part = buffer.subarray(0, length);
	const text = decoder.decode(part);
	part.fill(0);
	return text;
}

/** Normalises a text. Half a surrogate pair becomes U+FFFD. */
export function normalise(text: string): string {
	if (!/[^\0-\x7F]/.test(text)) return text.toLowerCase().replaceAll('`', "'");
	return takeBuffer(normaliseToBuffer(text, null));
}

/** Normalises a text and returns where each part of it came from. Offsets are in UTF-16 units. */
export function normaliseWithOffsets(text: string): NormalisedText {
	const offsets = { starts: [], ends: [] };
	const normalised = takeBuffer(normaliseToBuffer(text, offsets));
	return {
		text: normalised,
		starts: Uint32Array.from(offsets.starts),
		ends: Uint32Array.from(offsets.ends)
	};
}
