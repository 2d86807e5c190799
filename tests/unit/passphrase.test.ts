import { afterEach, describe, expect, test, vi } from 'vitest';
import wordlist from '$lib/passphrase/passphrase-words.txt?raw';
import {
	checkPassphrase,
	MIN_PASSPHRASE_LENGTH,
	generatePassphrase,
	describeStrength
} from '$lib/passphrase/passphrase';

const words = wordlist.trim().split('\n');

afterEach(() => {
	vi.restoreAllMocks();
});

describe('what speaks against a passphrase', () => {
	test.each([
		['', 'short'],
		['eleven char', 'short'],
		['   padded    ', 'short'],
		// Six characters that a person sees, though twelve units of UTF-16.
		['🌙🌙🌙🌙🌙🌙', 'short'],
		['abcdefghijkl', 'plain'],
		['zyxwvutsrqpo', 'plain'],
		['qwertyuiopas', 'plain'],
		['012345678901', 'plain'],
		['0987654321098', 'plain'],
		['1234567890123456789012345', 'plain'],
		['uvwxyzabcdefghijklmnopqrstuvwxyzabc', 'plain'],
		['aaaaaaaaaaaaa', 'plain'],
		['abababababab', 'plain'],
		['a b c d e f g h i j k l m', 'plain'],
		['ABCDEFGHIJKLMN', 'plain'],
		['Password12345', 'common'],
		['p@ssw0rd!!!!!', 'common'],
		['iloveyouiloveyou', 'common'],
		['  iloveyou iloveyou  ', 'common'],
		['sunshine2024!', 'common'],
		['2024-sunshine-2024', 'common']
	])('“%s” is %s', async (passphrase, fault) => {
		expect(await checkPassphrase(passphrase)).toBe(fault);
	});

	test.each([
		'quiet harbour with seventeen boats',
		'a fine long one',
		'müde bin ich, geh',
		'夜は静かに更けていく窓の外',
		'zebra-coats-and-mild-tea'
	])('nothing, of “%s”', async (passphrase) => {
		expect(await checkPassphrase(passphrase)).toBeNull();
	});

	test('however the keyboard wrote it: full-width letters, joined accents, ligatures', async () => {
		expect(await checkPassphrase('Ｐａｓｓｗｏｒｄ１２３４５')).toBe('common');
		expect(await checkPassphrase('ａｂｃｄｅｆｇｈｉｊｋｌ')).toBe('plain');
		// Eleven characters, of which one is written as two.
		expect(await checkPassphrase('cafe\u0301 au lai')).toBe('short');
		expect(await checkPassphrase('caf\u00e9 au lai')).toBe('short');
	});
});

describe('its strength in words', () => {
	test.each([
		['', `At least ${MIN_PASSPHRASE_LENGTH} characters.`],
		['eleven char', 'Short: 1 more character at least.'],
		['ten chars.', 'Short: 2 more characters at least.'],
		[
			'19.11.1984 07.03.2001',
			'Long enough, but dates and numbers are tried first. Words are better.'
		],
		['twelve chars', 'Long enough to slow down whoever guesses. More words are better.'],
		['mild tea at noon', 'Good, if it is not a line that others know, or made of names and dates.'],
		[
			'onelongwordoftwentyxx',
			'Good, if it is not a line that others know, or made of names and dates.'
		],
		['mild tea at noon again', 'Long. Hard to guess, unless it is a line that others know.'],
		['onelongwordoftwentyeightsigns', 'Long. Hard to guess, unless it is a line that others know.']
	])('of “%s”', (passphrase, said) => {
		expect(describeStrength(passphrase)).toBe(said);
	});

	test('says nothing more of five picked words than of any five', async () => {
		expect(describeStrength(await generatePassphrase())).toMatch(/^Long\./);
	});
});

describe('a passphrase that is picked', () => {
	test('is five words of the list, another each time, and nothing speaks against it', async () => {
		const known = new Set(words);
		const picked = await Promise.all(Array.from({ length: 50 }, () => generatePassphrase()));
		for (const passphrase of picked) {
			const five = passphrase.split(' ');
			expect(five).toHaveLength(5);
			expect(five.filter((word) => !known.has(word))).toEqual([]);
			expect(await checkPassphrase(passphrase)).toBeNull();
		}
		expect(new Set(picked).size).toBe(50);
	});

	test('favours no part of the list', async () => {
		const parts = new Array<number>(16).fill(0);
		const place = new Map(words.map((word, index) => [word, index]));
		const rounds = 2000;
		for (let round = 0; round < rounds; round += 1) {
			for (const word of (await generatePassphrase()).split(' ')) {
				const part = Math.floor(((place.get(word) ?? 0) * parts.length) / words.length);
				parts[part] = (parts[part] ?? 0) + 1;
			}
		}
		// Chi-squared with 15 degrees of freedom passes 60 once in two million runs.
		const expected = (rounds * 5) / parts.length;
		const chi = parts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
		expect(chi).toBeLessThan(60);
	});

	test('takes no random number from the last, incomplete stretch', async () => {
		const even = 2 ** 32 - (2 ** 32 % words.length);
		const values = [even, 2 ** 32 - 1, 0, even - 1, 1, words.length, 2];
		vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
			(array as Uint32Array)[0] = values.shift() ?? 0;
			return array;
		});
		const last = words.length - 1;
		const expected = [0, last, 1, 0, 2].map((index) => words[index]).join(' ');
		expect(await generatePassphrase()).toBe(expected);
		expect(values).toEqual([]);
	});
});
