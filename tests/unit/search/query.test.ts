import { expect, test } from 'vitest';
import { parseQuery } from '$lib/search/query';

/** A query in short: words with + where they are glued, * where the last may go on. */
function read(typed: string): string[] {
	return parseQuery(typed).map(
		({ words, isPrefix }) =>
			words
				.map(({ term, isAdjacent }, at) => (at === 0 ? '' : isAdjacent ? '+' : ' ') + term)
				.join('') + (isPrefix ? '*' : '')
	);
}

test.each([
	['', []],
	[' … ? "" -', []],
	['quiet Evening', ['quiet*', 'evening*']],
	['quiet, quiet', ['quiet*']],
	['"I was" alone', ['i was', 'alone*']],
	['“I was” „so alone“', ['i was', 'so alone']],
	['«je suis»', ['je suis']],
	['alone "I wa', ['alone*', 'i wa*']],
	['"', []],
	['5"', ['5*']],
	["don’t 'go'", ['dont*', 'go*']],
	['e-mail e-', ['email*', 'e*']],
	['天气 公园', ['天+气*', '公+园*']],
	['iPhone手机', ['iphone+手+机*']],
	['"天气 好"', ['天+气 好']],
	['a AND b OR -c +d (e) f*', ['a*', 'and*', 'b*', 'or*', 'c*', 'd*', 'e*', 'f*']],
	['\ud800 a\udc00b', ['a*', 'b*']]
])('%j', (typed, clauses) => {
	expect(read(typed)).toEqual(clauses);
});

test('a page pasted into the field is looked at as far as 500 units', () => {
	expect(parseQuery('word '.repeat(100_000))).toHaveLength(1);
	expect(
		parseQuery(Array.from({ length: 10_000 }, (_, at) => `w${at}`).join(' ')).length
	).toBeLessThan(250);
});
