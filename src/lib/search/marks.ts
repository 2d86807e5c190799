/*
 * What of a text a query found, to be marked where the text is shown.
 */
import { CharacterBounds } from './character-bounds';
import { foldWithOffsets } from './fold';
import { parseQuery, type Clause } from './query';
import { eachWord, endWithin } from './words';

/** A piece of a text, in UTF-16 units; `end` is behind its last one. */
export interface Mark {
	start: number;
	end: number;
}

interface Word extends Mark {
	term: string;
	glued: boolean;
	inside: boolean;
}

/**
 * The pieces of a text that a query found, in their order, none touching another. `nearWords` are the words
 * with small differences from its answer. Of a longer word only what was typed is marked.
 */
export function marks(text: string, query: string, nearWords: readonly string[] = []): Mark[] {
	const clauses = parseQuery(query);
	if (clauses.length === 0) return [];
	const folded = foldWithOffsets(text);
	const words: Word[] = [];
	eachWord(folded.text, (term, start, glued, inside) => {
		words.push({ term, start, end: endWithin(folded.text, start, term.length), glued, inside });
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

/** As many pieces at most are marked on one page; each is an element, and thousands of them take seconds. */
export const MAX_MARKS = 300;

/** What `marks` finds in each of several texts, up to so many in all, and whether there is more of it. */
export function firstMarks(
	texts: readonly string[],
	query: string,
	nearWords: readonly string[] = [],
	most = MAX_MARKS
): { each: Mark[][]; more: boolean } {
	let left = most;
	let more = false;
	const each = texts.map((text) => {
		if (more) return [];
		const all = marks(text, query, nearWords);
		const first = all.slice(0, left);
		left -= first.length;
		more = first.length < all.length;
		return first;
	});
	return { each, more };
}

/** Every place where a clause is fulfilled, in the folded text. */
function runsOf(clause: Clause, words: readonly Word[], folded: string): Mark[] {
	return words.flatMap((first, index) => {
		const last = lastOfRun(clause, words, index);
		const typed = clause.words.at(-1);
		if (!last || !typed) return [];
		const end = clause.open ? endWithin(folded, last.start, typed.term.length) : last.end;
		return [{ start: first.start, end }];
	});
}

/** The last word of the run that fulfils a clause from this word on, if one does. */
function lastOfRun(clause: Clause, words: readonly Word[], from: number): Word | null {
	let at = from;
	let last: Word | null = null;
	for (const [place, { term, glued }] of clause.words.entries()) {
		const word = words[at];
		if (!word || (place > 0 && glued && !word.glued)) return null;
		const mayGoOn = clause.open && place === clause.words.length - 1;
		if (mayGoOn ? !word.term.startsWith(term) : word.term !== term) return null;
		last = word;
		at += 1;
		while (words[at]?.inside) at += 1;
	}
	return last;
}

/** Puts pieces in order and joins those that overlap or touch. */
function joined(pieces: readonly Mark[]): Mark[] {
	const all: Mark[] = [];
	for (const { start, end } of pieces.toSorted((one, other) => one.start - other.start)) {
		const last = all.at(-1);
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else all.push({ start, end });
	}
	return all;
}
