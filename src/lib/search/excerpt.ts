/*
 * A few lines of a text around what was found in it.
 */
import { CharacterBounds } from './character-bounds';
import { marks, type Mark } from './marks';

/** A piece of a text: whether there is more before and after it, and what of it is marked. */
export interface Excerpt {
	text: string;
	before: boolean;
	after: boolean;
	marks: Mark[];
}

/**
 * The piece around the first mark, or the beginning of the text if there is none: about `length` UTF-16
 * units, cut between words, or between characters where no space is near. `nearWords` as for `marks`.
 */
export function excerpt(
	text: string,
	query: string,
	length: number,
	nearWords: readonly string[] = []
): Excerpt {
	const all = marks(text, query, nearWords);
	const first = all[0] ?? { start: 0, end: 0 };
	const from = beginning(text, first, length);
	const to = ending(text, from, first, length);
	return {
		text: text.slice(from, to),
		before: from > 0,
		after: to < text.length,
		marks: all
			.map(({ start, end }) => ({
				start: Math.max(start, from) - from,
				end: Math.min(end, to) - from
			}))
			.filter(({ start, end }) => start < end)
	};
}

/** A third of the piece stands before the mark, less if the mark needs the room. */
function beginning(text: string, first: Mark, length: number): number {
	const lead = Math.max(0, Math.min(length / 3, length - (first.end - first.start)));
	const wanted = Math.min(Math.floor(first.start - lead), text.length - length);
	if (wanted <= 0) return 0;
	const space = text.slice(wanted - 1, first.start).search(/\s\S/);
	if (space >= 0) return wanted + space;
	return Math.min(first.start, new CharacterBounds(text).after(wanted));
}

function ending(text: string, from: number, first: Mark, length: number): number {
	const wanted = from + length;
	if (wanted >= text.length) return text.length;
	const least = Math.max(from, Math.min(first.end, wanted));
	const space = text.slice(least, wanted + 1).search(/\s+\S*$/);
	if (space > 0 || (space === 0 && least > from)) return least + space;
	const bounds = new CharacterBounds(text);
	const cut = bounds.before(wanted);
	return cut > from ? cut : bounds.after(wanted);
}
