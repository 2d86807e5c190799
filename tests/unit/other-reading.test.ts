import { expect, test } from 'vitest';
import { passphraseVariant } from '$lib/app/lock/passphrase-variant';

test.each([
	['Ferment shortlist silk capsize tasty', 'ferment shortlist silk capsize tasty'],
	['FERMENT-SHORTLIST-SILK-CAPSIZE-TASTY', 'ferment shortlist silk capsize tasty'],
	['ferment  shortlist silk\tcapsize tasty', 'ferment shortlist silk capsize tasty'],
	['Yo-yo shortlist silk capsize tasty', 'yo-yo shortlist silk capsize tasty']
])('%s may have been meant as %s', (typed, meant) => {
	expect(passphraseVariant(typed)).toBe(meant);
});

test.each([
	'ferment shortlist silk capsize tasty',
	'Three Small Words',
	'Été à la mer, encore',
	''
])('%s is as it was meant, or no words of ours', (typed) => {
	expect(passphraseVariant(typed)).toBeNull();
});
