import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeEntries } from '$lib/formats/formats';
import { readFiles } from '$lib/formats/in/read-files';
import { tries } from '../../thorough';
import { entries } from './entries';
import { all, given, reading } from './given';
import { full, noon, page, written } from './written';

describe('jrnl', () => {
	test('gets a head for each page, and no line that would be one', async () => {
		const other = page(2, {
			text: '[2019-01-01 10:00] *\n[2020-01-01 10:00] Not a page\n[a] b',
			tags: ['two words']
		});
		expect(await written('jrnl', [full, other])).toBe(`[2026-03-04 08:13] What was on the table? *
Kitchen
A cup.

And a letter.
Before: unpleasant, very stirred up
After: neither pleasant nor unpleasant
Feelings: sad, calm
Noted Wednesday 4 March 2026: It was blue.
@home @two-words

[2026-03-04 08:14]${' '}
 [2019-01-01 10:00] *
 [2020-01-01 10:00] Not a page
 [a] b
@two-words
`);
		const { kind, incoming } = await readFiles(
			[given(await written('jrnl', [full, other]))],
			reading
		);
		expect(kind).toBe('jrnl-text');
		expect(incoming.entries.map(({ starred, written: { at } }) => [starred, at])).toEqual([
			[true, full.written.at],
			[false, other.written.at]
		]);
	});

	test('has as many pages when it is read as were written, whatever stands on them', async () => {
		await fc.assert(
			fc.asyncProperty(entries, async (pages) => {
				const file = given(await writeEntries('jrnl', pages, all));
				const { kind, incoming } = await readFiles([file], reading);
				expect(kind).toBe('jrnl-text');
				expect(incoming.entries.map(({ starred }) => starred)).toEqual(
					pages.map(({ starred }) => starred)
				);
			}),
			tries(60, 1)
		);
	}, 60_000);
});

test('plain text has each page below its day, and can be divided there', async () => {
	const text = await written('plain-text', [full, page(2, {})]);
	expect(text).toBe(`Wednesday 4 March 2026, 08:13

What was on the table?

Kitchen

A cup.

And a letter.

Before: unpleasant, very stirred up
After: neither pleasant nor unpleasant
Feelings: sad, calm
Tags: home, two words

Noted Wednesday 4 March 2026:
It was blue.


Wednesday 4 March 2026, 08:14

A page.
`);
	const { incoming } = await readFiles([given(text)], reading);
	expect(incoming.entries.map(({ written: { at } }) => at)).toEqual([
		full.written.at,
		noon + 120_000
	]);
});
