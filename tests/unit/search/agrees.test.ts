import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tries } from '../../thorough';
import { corpusOf, findIn } from './find-in';
import { plainHasPhrase, plainHasWord } from './plain-search';
import { spaced, text, typedWord } from './texts';

/* The search agrees with one written plainly. */

const texts = fc.array(text, { minLength: 1, maxLength: 8 });

/** What is found without small differences, in order. */
function direct(all: readonly string[], query: string): string[] {
	const { ids, fuzzyMatches } = findIn(corpusOf(all), query);
	return ids.filter((id) => !fuzzyMatches.includes(id));
}

function indexes(all: readonly string[], keep: (text: string) => boolean): string[] {
	return all.flatMap((one, index) => (keep(one) ? [String(index)] : []));
}

test('one word, whole or as far as it was typed', () => {
	fc.assert(
		fc.property(texts, typedWord, (all, word) => {
			expect(direct(all, word)).toEqual(indexes(all, (one) => plainHasWord(one, word)));
		}),
		tries(2_000)
	);
});

test('text without spaces, at any character and with nothing between', () => {
	const characters = fc.constantFrom('天', '气', '하', '한', 'が', 'か', 'ที่', 'a', '😀');
	const run = fc.array(characters, { minLength: 1, maxLength: 3 }).map((all) => all.join(''));
	const spread = fc
		.array(fc.tuple(characters, fc.constantFrom('', '', ' ', '。')), { maxLength: 12 })
		.map((parts) => parts.flat().join(''));
	fc.assert(
		// A run with Latin letters in it is no text without spaces alone, and is looked at elsewhere.
		fc.property(
			fc.array(spread, { minLength: 1 }),
			run.filter((one) => !one.includes('a')),
			(all, one) => {
				expect(direct(all, one)).toEqual(indexes(all, (text) => plainHasWord(text, one)));
			}
		),
		tries(1_000)
	);
});

test('several words, all of which must be there', () => {
	fc.assert(
		fc.property(texts, fc.array(typedWord, { minLength: 2, maxLength: 20 }), (all, words) => {
			// A long query is about few of the texts, so the first one has them all.
			const [first = '', ...others] = all;
			const withAll = [`${first} ${words.join(' ')}`, ...others];
			expect(direct(withAll, words.join(' '))).toEqual(
				indexes(withAll, (one) => words.every((word) => plainHasWord(one, word)))
			);
		}),
		tries(1_000)
	);
});

test('phrases, alone and beside words', () => {
	const phrase = fc.array(fc.constantFrom(...spaced), { minLength: 1, maxLength: 3 });
	fc.assert(
		fc.property(texts, phrase, fc.option(typedWord), (all, words, beside) => {
			const [first = '', ...others] = all;
			const withAll = [`${first} ${words.join(' ')} ${beside ?? ''}`, ...others];
			expect(direct(withAll, `“${words.join(' ')}” ${beside ?? ''}`)).toEqual(
				indexes(
					withAll,
					(one) => plainHasPhrase(one, words) && (beside === null || plainHasWord(one, beside))
				)
			);
		}),
		tries(2_000)
	);
});

test('only what other filters left', () => {
	fc.assert(
		fc.property(texts, typedWord, fc.array(fc.nat(9).map(String)), (all, word, allowed) => {
			const left = findIn(corpusOf(all), word, allowed).ids;
			expect(left).toEqual(findIn(corpusOf(all), word).ids.filter((id) => allowed.includes(id)));
		})
	);
});

test('whatever is typed, nothing is thrown', () => {
	const odd = fc.oneof(fc.string({ unit: 'binary' }), text, fc.constantFrom('"', '""', '“', "'-'"));
	fc.assert(
		fc.property(texts, fc.array(odd), (all, parts) => {
			const { ids } = findIn(corpusOf(all), parts.join(''));
			expect(ids.length).toBeLessThanOrEqual(all.length);
		}),
		tries(1_000)
	);
});
