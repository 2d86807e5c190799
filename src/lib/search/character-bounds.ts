/*
 * Grapheme boundaries: a text may be cut between characters as people see them, never inside an emoji or before an
 * accent.
 */

const segmenter =
	'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : null;

/** Matches two UTF-16 units that never belong to one character. */
const apart = /^[ -~]{2}$/;

/** Without a segmenter: matches what must not be cut off from the unit before it. */
const belongsBefore = /^(?:\p{M}|\u200D|[\uDC00-\uDFFF]|\p{EMod})/u;

export class CharacterBounds {
	readonly #text: string;
	#segments: Intl.Segments | null = null;

	constructor(text: string) {
		this.#text = text;
	}

	/** Returns the last boundary at or before this offset, in UTF-16 units. */
	before(at: number): number {
		return this.#around(at)?.start ?? at;
	}

	/** Returns the first boundary at or after this offset. */
	after(at: number): number {
		return this.#around(at)?.end ?? at;
	}

	/** Returns the character that this offset is inside of; null if it is a boundary. */
	#around(at: number): { start: number; end: number } | null {
		if (at <= 0 || at >= this.#text.length) return null;
		if (apart.test(this.#text.slice(at - 1, at + 1))) return null;
		if (!segmenter) return this.#aroundPlainly(at);
		this.#segments ??= segmenter.segment(this.#text);
		const found = this.#segments.containing(at);
		if (!found || found.index === at) return null;
		return { start: found.index, end: found.index + found.segment.length };
	}

	#aroundPlainly(at: number): { start: number; end: number } | null {
		const belongs = (offset: number): boolean =>
			offset > 0 && belongsBefore.test(this.#text.slice(offset, offset + 2));
		if (!belongs(at)) return null;
		let start = at;
		let end = at;
		while (belongs(start)) start -= 1;
		while (belongs(end)) end += 1;
		return { start, end };
	}
}
