/*
 * What a person typed into the search field, taken apart. There are no operators: every word and every
 * phrase must be there, a word may go on, and whatever else was typed is passed over.
 */
import { normalise } from './normalise';
import { visitTokens } from './tokens';

/** One word of a clause; `glued` if nothing may stand between it and the one before. */
interface QueryWord {
	term: string;
	isAdjacent: boolean;
}

/**
 * One thing that must be there: words that follow one another. If it is `open`, the last of them may be the
 * beginning of a longer word.
 */
export interface Clause {
	words: QueryWord[];
	isPrefix: boolean;
}

/** What stands beyond as many UTF-16 units is not looked at. */
const MAX_LENGTH = 500;

/**
 * Reads a query. Never throws; without a word in it there are no clauses, and then nothing is asked for.
 * A quote without its second one is a phrase so far.
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

/** Divides words into runs with nothing between: one word each, or some text of a script without spaces. */
function splitAtSpaces(words: readonly QueryWord[]): QueryWord[][] {
	const result: QueryWord[][] = [];
	for (const word of words) {
		const last = result.at(-1);
		if (word.isAdjacent && last) last.push(word);
		else result.push([word]);
	}
	return result;
}
