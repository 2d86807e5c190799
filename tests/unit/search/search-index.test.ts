import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SearchIndex } from '$lib/search/search-index';
import { planQuery } from '$lib/search/query-plan';
import { parseQuery } from '$lib/search/query';
import { Matcher } from '$lib/search/matcher';
import { tries } from '../../thorough';
import { corpusOf, findIn } from './find-in';
import { text, typedWord } from './texts';

const id = fc.nat(6).map(String);
const step = fc.oneof(
	fc.record({ kind: fc.constant('put' as const), id, text, order: fc.integer({ min: 0, max: 4 }) }),
	fc.record({ kind: fc.constant('remove' as const), id }),
	fc.record({ kind: fc.constant('find' as const), query: typedWord })
);

test('whatever was put and removed before, it finds what a fresh corpus finds', () => {
	fc.assert(
		fc.property(fc.array(step, { maxLength: 25 }), typedWord, (steps, query) => {
			const corpus = new SearchIndex();
			const left = new Map<string, { id: string; text: string; order: number }>();
			for (const one of steps) {
				if (one.kind === 'put') {
					corpus.put([one]);
					left.set(one.id, one);
				} else if (one.kind === 'remove') {
					corpus.remove([one.id, 'unknown']);
					left.delete(one.id);
				} else {
					findIn(corpus, one.query);
				}
			}
			const fresh = new SearchIndex();
			fresh.put([...left.values()]);
			const [found, expected] = [findIn(corpus, query), findIn(fresh, query)];
			expect([found.ids, found.fuzzyMatches]).toEqual([expected.ids, expected.fuzzyMatches]);
			expect(found.fuzzyTerms.toSorted()).toEqual(expected.fuzzyTerms.toSorted());
			// Nothing asked for is everything, in order.
			expect(findIn(corpus, '').ids).toEqual(findIn(fresh, '').ids);
		}),
		tries(1_000)
	);
});

test('many large texts that are put again and again stay as they are', () => {
	const corpus = new SearchIndex();
	const texts = Array.from({ length: 60 }, (_, at) => `mine${at} `.repeat(2000));
	for (let round = 0; round < 3; round += 1) {
		corpus.put(texts.map((one, at) => ({ id: String(at), text: one, order: at })));
		corpus.remove(['7']);
	}
	expect(texts.map((_, at) => findIn(corpus, `"mine${at}"`).ids)).toEqual(
		texts.map((_, at) => (at === 7 ? [] : [String(at)]))
	);
	expect(corpus.tokens.words.length).toBeLessThan(60 * 2000 * 3);
});

test('of words that were taken out nothing stays in the sequences', () => {
	const corpus = corpusOf(['only here']);
	corpus.remove(['0']);
	expect(corpus.tokens.words.every((word) => word === 0)).toBe(true);
	expect(findIn(corpus, 'onlyy')).toMatchObject({ ids: [], fuzzyTerms: [] });
});

test('a search under way passes over what is removed meanwhile, and keeps its order', () => {
	const corpus = corpusOf(['one', 'other', 'one', 'one', 'one']);
	const scan = new Matcher(corpus, planQuery(parseQuery('one'), corpus.vocabulary), null);
	scan.advance(1);
	expect([scan.ids, scan.isDone]).toEqual([['0'], false]);
	corpus.remove(['2', '0']);
	corpus.put([
		{ id: '2', text: 'one', order: 9 },
		{ id: '4', text: 'other', order: 8 }
	]);
	scan.advance(Infinity, 1);
	expect(scan.ids).toEqual(['0']);
	scan.advance(Infinity);
	expect([scan.ids, scan.isDone]).toEqual([['0', '3'], true]);
	expect(findIn(corpus, 'one').ids).toEqual(['2', '3']);
});
