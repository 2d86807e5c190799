/* The parts of a text that match a query, to be marked where the text is shown. */
import { CharacterBoundaries } from './character-boundaries';
import { normaliseWithOffsets } from './normalise';
import { parseQuery, type Clause } from './query';
import { visitTokens, tokenPrefixEnd } from './tokens';

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
	fuzzyTerms: readonly string[] = []
): Highlight[] {
	const clauses = parseQuery(query);
	if (clauses.length === 0) return [];
	const normalised = normaliseWithOffsets(text);
	const tokens: HighlightWord[] = [];
	visitTokens(normalised.text, (term, start, isAdjacent, isInside) => {
		tokens.push({
			term,
			start,
			end: tokenPrefixEnd(normalised.text, start, term.length),
			isAdjacent,
			isInside
		});
	});
	const bounds = new CharacterBoundaries(text);
	const fuzzySet = new Set(fuzzyTerms);
	const matches = [
		...tokens.filter(({ term }) => fuzzySet.has(term)),
		...clauses.flatMap((clause) => clauseMatches(clause, tokens, normalised.text))
	].map(({ start, end }) => ({
		start: bounds.before(normalised.starts[start] ?? 0),
		end: bounds.after(normalised.ends[end - 1] ?? 0)
	}));
	return mergeRanges(matches);
}

/** The most ranges that are marked on one page; each is an element, and thousands of them take seconds. */
export const MAX_HIGHLIGHTS = 300;

/** Returns what `findHighlights` finds in each of several texts, up to `most` in all, and whether there are more. */
export function firstHighlights(
	texts: readonly string[],
	query: string,
	fuzzyTerms: readonly string[] = [],
	limit = MAX_HIGHLIGHTS
): { marksByText: Highlight[][]; hasMore: boolean } {
	let remaining = limit;
	let hasMore = false;
	const marksByText = texts.map((text) => {
		if (hasMore) return [];
		const all = findHighlights(text, query, fuzzyTerms);
		const first = all.slice(0, remaining);
		remaining -= first.length;
		hasMore = first.length < all.length;
		return first;
	});
	return { marksByText, hasMore };
}

/** Returns every range that fulfils a clause, in the normalised text. */
function clauseMatches(
	clause: Clause,
	tokens: readonly HighlightWord[],
	normalised: string
): Highlight[] {
	return tokens.flatMap((first, index) => {
		const last = lastOfPhrase(clause, tokens, index);
		const typed = clause.words.at(-1);
		if (!last || !typed) return [];
		const end = clause.isPrefix
			? tokenPrefixEnd(normalised, last.start, typed.term.length)
			: last.end;
		return [{ start: first.start, end }];
	});
}

/** Returns the last word of the run that fulfils a clause from this word on; null if there is none. */
function lastOfPhrase(
	clause: Clause,
	tokens: readonly HighlightWord[],
	from: number
): HighlightWord | null {
	let index = from;
	let last: HighlightWord | null = null;
	for (const [position, { term, isAdjacent }] of clause.words.entries()) {
		const token = tokens[index];
		if (!token || (position > 0 && isAdjacent && !token.isAdjacent)) return null;
		const isPrefix = clause.isPrefix && position === clause.words.length - 1;
		if (isPrefix ? !token.term.startsWith(term) : token.term !== term) return null;
		last = token;
		index += 1;
		while (tokens[index]?.isInside) index += 1;
	}
	return last;
}

/** Sorts ranges and joins those that overlap or touch. */
function mergeRanges(ranges: readonly Highlight[]): Highlight[] {
	const merged: Highlight[] = [];
	for (const { start, end } of ranges.toSorted((one, other) => one.start - other.start)) {
		const last = merged.at(-1);
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else merged.push({ start, end });
	}
	return merged;
}
