/*
 * Where a text may be cut: between characters as people see them, never inside an emoji or off an accent.
 */

const segmenter =
	'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : null;

/** Two such units never belong together. */
const apart = /^[ -~]{2}$/;

/** Without a segmenter: what must not be cut off from the unit before it. */
const belongsBefore = /^(?:\p{M}|\u200D|[\uDC00-\uDFFF]|\p{EMod})/u;

export class CharacterBounds {
	readonly #text: string;
	#segments: Intl.Segments | null = null;

	constructor(text: string) {
		this.#text = text;
	}

	/** The last bound at or before this offset, in UTF-16 units. */
	before(at: number): number {
		return this.#around(at)?.start ?? at;
	}

	/** The first bound at or after this offset. */
	after(at: number): number {
		return this.#around(at)?.end ?? at;
	}

	/** The character that this offset lies inside of; null if it is a bound. */
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
