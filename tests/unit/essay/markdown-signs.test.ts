import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stripClosingHashes, stripComments, stripEmphasis } from '$lib/essay/strip-markdown';
import { tries } from '../../thorough';

/* The signs of Markdown that come in pairs: which are taken out, and which belong to the words. */

test.each([
	['**strong** and *stressed*, __so__ and _so_', 'strong and stressed, so and so'],
	['***both*** and _*both*_', 'both and *both*'],
	['2 * 3 * 4, and a _ for b', '2 * 3 * 4, and a _ for b'],
	['snake_case_name and 2*3*4', 'snake_case_name and 2*3*4'],
	['*one\ntwo*', '*one\ntwo*'],
	['*one\n*two*', '*one\ntwo'],
	['**one **two** three', 'one **two three'],
	['*это* и *𝒳*', 'это и 𝒳'],
	['𝒳*a* a*𝒳', '𝒳*a* a*𝒳']
])('%s', (text, expected) => {
	expect(stripEmphasis(text)).toBe(expected);
});

test('it takes out what the plain rule takes out, one kind of sign after the other', () => {
	const plain = (text: string): string =>
		[
			/(\*\*)(?=\S)(.+?)(?<=\S)\1/g,
			/(__)(?=\S)(.+?)(?<=\S)\1/g,
			/(?<![\p{L}\p{N}*_])(\*)(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu,
			/(?<![\p{L}\p{N}*_])(_)(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu
		].reduce((rest, rule) => rest.replace(rule, '$2'), text);
	const piece = fc.constantFrom('*', '**', '_', '__', 'a', 'é', '𝒳', ' ', '\n', '.', '7');
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
			expect(stripEmphasis(pieces.join(''))).toBe(plain(pieces.join('')));
		}),
		tries(5_000)
	);
});

test('comments go, and one that does not end stays', () => {
	expect(stripComments('a<!-- b -->c<!--\n-->d<!--e')).toBe('acd<!--e');
	expect(stripComments('<!-->a-->b')).toBe('b');
});

test('a heading loses the signs that close it, and not those that are all of it', () => {
	expect(['One ##', 'Two # ', 'C#', '#'].map(stripClosingHashes)).toEqual(['One', 'Two', 'C', '#']);
});
