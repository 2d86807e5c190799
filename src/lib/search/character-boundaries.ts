/*
 * Where a text may be cut: between characters as people see them, never inside an emoji or off an accent.
 */

const segmenter =
	'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : null;

/** Two such units never belong together. */
const separateUnits = /^[ -~]{2}$/;

/** Without a segmenter: what must not be cut off from the unit before it. */
const continuation = /^(?:\p{M}|\u200D|[\uDC00-\uDFFF]|\p{EMod})/u;

export class CharacterBoundaries {
	readonly #text: string;
	#segments: Intl.Segments | null = null;

	constructor(text: string) {
		this.#text = text;
	}

	/** The last bound at or before this offset, in UTF-16 units. */
	before(offset: number): number {
		return this.#characterAround(offset)?.start ?? offset;
	}

	/** The first bound at or after this offset. */
	after(offset: number): number {
		return this.#characterAround(offset)?.end ?? offset;
	}

	/** The character that this offset lies inside of; null if it is a bound. */
	#characterAround(offset: number): { start: number; end: number } | null {
		if (offset <= 0 || offset >= this.#text.length) return null;
		if (separateUnits.test(this.#text.slice(offset - 1, offset + 1))) return null;
		if (!segmenter) return this.#fallbackAround(offset);
		this.#segments ??= segmenter.segment(this.#text);
		const segment = this.#segments.containing(offset);
		if (!segment || segment.index === offset) return null;
		return { start: segment.index, end: segment.index + segment.segment.length };
	}

	#fallbackAround(offset: number): { start: number; end: number } | null {
		const isContinuation = (position: number): boolean =>
			position > 0 && continuation.test(this.#text.slice(position, position + 2));
		if (!isContinuation(offset)) return null;
		let start = offset;
		let end = offset;
		while (isContinuation(start)) start -= 1;
		while (isContinuation(end)) end += 1;
		return { start, end };
	}
}
