import { expect, test } from 'vitest';
import { spoken } from '../../../scripts/durations.mjs';

test.each([
	[840, '0.8 s'],
	[59_940, '59.9 s'],
	[60_000, '1 min 00 s'],
	[185_400, '3 min 05 s'],
	[3_599_600, '1 h 00 min'],
	[3_720_000, '1 h 02 min']
])('%i milliseconds are called %s', (ms, words) => {
	expect(spoken(ms)).toBe(words);
});
