/* The parts of a text that match a query, to be marked where the text is shown. */
import { CharacterBounds } from './character-bounds';
import { normaliseWithOffsets } from './normalise';
import { parseQuery, type Clause } from './query';
import { eachWord, endWithin } from './words';

/** A range of a text, in UTF-16 units; `end` is behind its last one. */
export interface Highlight {
	start: number;
	end: number;
}

interface HighlightWord extends Highlight {
	term: string;
	isAdjacent: boolean;
	isInside: boolean;
}

/**
 * Returns the ranges of a text that match a query, in their order, none touching another. `nearWords` are the words
 * with small differences from the search result. Of a longer word only what was typed is marked.
 */
export function findHighlights(
	text: string,
	query: string,
	nearWords: readonly string[] = []
): Highlight[] {
	const clauses = parseQuery(query);
	if (clauses.length === 0) return [];
	const folded = normaliseWithOffsets(text);
	const words: HighlightWord[] = [];
	eachWord(folded.text, (term, start, isAdjacent, isInside) => {
		words.push({
			term,
			start,
			end: endWithin(folded.text, start, term.length),
			isAdjacent,
			isInside
		});
	});
	const bounds = new CharacterBounds(text);
	const near = new Set(nearWords);
	const found = [
		...words.filter(({ term }) => near.has(term)),
		...clauses.flatMap((clause) => runsOf(clause, words, folded.text))
	].map(({ start, end }) => ({
		start: bounds.before(folded.starts[start] ?? 0),
		end: bounds.after(folded.ends[end - 1] ?? 0)
	}));
	return joined(found);
}

/** The most ranges that are marked on one page; each is an element, and thousands of them take seconds. */
export const MAX_HIGHLIGHTS = 300;

/** Returns what `findHighlights` finds in each of several texts, up to `most` in all, and whether there are more. */
export function firstHighlights(
	texts: readonly string[],
	query: string,
	nearWords: readonly string[] = [],
	most = MAX_HIGHLIGHTS
): { each: Highlight[][]; more: boolean } {
	let left = most;
	let more = false;
	const each = texts.map((text) => {
		if (more) return [];
		const all = findHighlights(text, query, nearWords);
		const first = all.slice(0, left);
		left -= first.length;
		more = first.length < all.length;
		return first;
	});
	return { each, more };
}

/** Returns every range that fulfils a clause, in the normalised text. */
function runsOf(clause: Clause, words: readonly HighlightWord[], folded: string): Highlight[] {
	return words.flatMap((first, index) => {
		const last = lastOfRun(clause, words, index);
		const typed = clause.words.at(-1);
		if (!last || !typed) return [];
		const end = clause.isPrefix ? endWithin(folded, last.start, typed.term.length) : last.end;
		return [{ start: first.start, end }];
	});
}

/** Returns the last word of the run that fulfils a clause from this word on; null if there is none. */
function lastOfRun(
	clause: Clause,
	words: readonly HighlightWord[],
	from: number
): HighlightWord | null {
	let at = from;
	let last: HighlightWord | null = null;
	for (const [place, { term, isAdjacent }] of clause.words.entries()) {
		const word = words[at];
		if (!word || (place > 0 && isAdjacent && !word.isAdjacent)) return null;
		const mayGoOn = clause.isPrefix && place === clause.words.length - 1;
		if (mayGoOn ? !word.term.startsWith(term) : word.term !== term) return null;
		last = word;
		at += 1;
		while (words[at]?.isInside) at += 1;
	}
	return last;
}

/** Sorts ranges and joins those that overlap or touch. */
function joined(pieces: readonly Highlight[]): Highlight[] {
	const all: Highlight[] = [];
	for (const { start, end } of pieces.toSorted((one, other) => one.start - other.start)) {
		const last = all.at(-1);
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else all.push({ start, end });
	}
	return all;
}
