import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxEdits } from '$lib/search/max-edits';
import { editDistance } from '$lib/text/edit-distance';
import { Vocabulary } from '$lib/search/vocabulary';
import { tries } from '../../thorough';
import { corpusOf, findIn } from './find-in';
import { plainDistance } from './plain-search';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 12 });
/** A word, and the same one after a few random edits. */
const nearPair = fc
	.tuple(
		fc.string({ unit: fc.constantFrom(...Array.from('abcdefgh')), minLength: 4, maxLength: 12 }),
		fc.array(
			fc.tuple(
				fc.nat(11),
				fc.constantFrom('add', 'drop', 'put', 'swap'),
				fc.constantFrom(...Array.from('abz'))
			),
			{
				maxLength: 3
			}
		)
	)
	.map(([word, edits]) => {
		let other = word;
		for (const [at, kind, letter] of edits) {
			const [before, here, after] = [
				other.slice(0, at),
				other.slice(at, at + 1),
				other.slice(at + 1)
			];
			if (kind === 'add') other = before + letter + here + after;
			else if (kind === 'drop') other = before + after;
			else if (kind === 'put') other = before + letter + after;
			else other = before + after.slice(0, 1) + here + after.slice(1);
		}
		return [word, other] as [string, string];
	});

test('agrees with the plain distance', () => {
	fc.assert(
		fc.property(
			fc.oneof(nearPair, fc.tuple(letters, letters)),
			fc.integer({ min: 1, max: 2 }),
			([one, other], edits) => {
				expect(editDistance(one, other, edits) <= edits).toBe(plainDistance(one, other) <= edits);
			}
		),
		tries(5_000)
	);
});

test('finds in a vocabulary what the plain distance finds', () => {
	fc.assert(
		fc.property(fc.array(nearPair, { minLength: 1, maxLength: 10 }), (pairs) => {
			const words = [...new Set(pairs.map(([, other]) => other).filter((word) => word !== ''))];
			const vocabulary = new Vocabulary();
			for (const word of words) vocabulary.add(word);
			for (const [typed] of pairs) {
				const edits = maxEdits(typed);
				expect(vocabulary.findFuzzy(typed).map((number) => vocabulary.term(number))).toEqual(
					words.filter(
						(word) => edits > 0 && !word.startsWith(typed) && plainDistance(typed, word) <= edits
					)
				);
			}
		}),
		tries(1_000)
	);
});

test('a short word, or one with digits, must be as it is', () => {
	expect(['four', 'fives', 'eighteen', 'nineteens', '20241122'].map(maxEdits)).toEqual([
		...[0, 1, 1, 2, 0]
	]);
});

test('small differences are told apart, and the order stays', () => {
	const corpus = corpusOf(['a relationship', 'our relatoinship', 'nothing', 'the relationships']);
	const found = findIn(corpus, 'relatoinship');
	expect(found.ids).toEqual(['0', '1', '3']);
	expect(found.fuzzyMatches).toEqual(['0', '3']);
	expect(found.fuzzyTerms).toEqual(['relationship', 'relationships']);
	expect(findIn(corpus, 'xelationship').ids).toEqual(['0', '1', '3']);
	expect(findIn(corpus, 'xxelationship').ids).toEqual(['0']);
});

test('a word that occurs often enough is looked for as it is', () => {
	const quiet = ['quiet', 'quiet', 'quiet'];
	expect(findIn(corpusOf([...quiet, 'quite']), 'quiet').ids).toHaveLength(3);
	expect(findIn(corpusOf([...quiet.slice(1), 'quite']), 'quiet')).toMatchObject({
		ids: ['0', '1', '2'],
		fuzzyMatches: ['2']
	});
});

test('a phrase must be as it is', () => {
	expect(findIn(corpusOf(['a quite evening']), '"quiet evening"').ids).toEqual([]);
});
