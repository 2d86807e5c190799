/*
 * The parser of the text that a person typed into the search field. There are no operators: every word and every phrase
 * must be there, a word may be the beginning of a longer one, and all else that was typed is ignored.
 */
import { normalise } from './normalise';
import { visitTokens } from './tokens';

/** A word of a clause; `isAdjacent` if nothing may be between it and the one before. */
interface QueryWord {
	term: string;
	isAdjacent: boolean;
}

/**
 * A clause that a text must fulfil: words that follow one another. If `isPrefix`, the last of them may be the beginning
 * of a longer word.
 */
export interface Clause {
	words: QueryWord[];
	isPrefix: boolean;
}

/** The most UTF-16 units of a query; the rest is ignored. */
const MAX_LENGTH = 500;

/**
 * Parses a query. Never throws; without a word in it there are no clauses, and then it requires nothing. An unclosed
 * quote begins a phrase that is still being typed.
 */
export function parseQuery(typed: string): Clause[] {
	const clauses = new Map<string, Clause>();
	const add = (words: QueryWord[], isPrefix: boolean): void => {
		if (words.length > 0) clauses.set(JSON.stringify([words, isPrefix]), { words, isPrefix });
	};
	const parts = normalise(typed.slice(0, MAX_LENGTH)).split('"');
	parts.forEach((part, index) => {
		const words = readWords(part);
		if (index % 2 === 1) add(words, index === parts.length - 1);
		else for (const run of splitAtSpaces(words)) add(run, true);
	});
	return [...clauses.values()];
}

function readWords(normalised: string): QueryWord[] {
	const words: QueryWord[] = [];
	visitTokens(normalised, (term, _start, isAdjacent, isPart) => {
		if (!isPart) words.push({ term, isAdjacent: isAdjacent && words.length > 0 });
	});
	return words;
}

/** Splits words into runs with nothing between: one word each, or some text of a script without spaces. */
function splitAtSpaces(words: readonly QueryWord[]): QueryWord[][] {
	const result: QueryWord[][] = [];
	for (const word of words) {
		const last = result.at(-1);
		if (word.isAdjacent && last) last.push(word);
		else result.push([word]);
	}
	return result;
}
