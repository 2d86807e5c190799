import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Yielder } from '$lib/work/yielder';
import { archiveFiles } from '$lib/formats/in/zip-reader';
import { writeArchive } from '$lib/formats/out/zip-writer';
import { thorough } from '../../thorough';
import { given } from './given';
import { full, page, unzipped } from './written';

describe('Day One', () => {
	test('shows every sign as it was typed', async () => {
		const signs = '# *a* _b_ [c](d) `e` <f> | ~g~ {h} + - ! 1. \\';
		const files = await unzipped('day-one', [page(1, { text: signs })]);
		const {
			entries: [one]
		} = JSON.parse(files['Pages.json'] ?? '') as { entries: [{ text: string }] };
		expect(one.text).toBe(
			String.raw`\# \*a\* \_b\_ \[c\]\(d\) \`e\` \<f\> \| \~g\~ \{h\} \+ \- \! 1\. \\`
		);
	});

	test('gets whole seconds, capital ids, signs behind backslashes, and the question above the answer', async () => {
		const files = await unzipped('day-one', [full]);
		const journal = JSON.parse(files['Pages.json'] ?? '') as {
			entries: object[];
			metadata: object;
		};
		expect(Object.keys(files)).toEqual(['Pages.json']);
		expect(journal.metadata).toEqual({ version: '1.0' });
		expect(journal.entries[0]).toMatchObject({
			uuid: '00000000000000000000000000000001',
			creationDate: '2026-03-04T08:13:00Z',
			modifiedDate: '2026-03-04T08:13:00Z',
			timeZone: 'Europe/Lisbon',
			starred: true,
			tags: ['home', 'two words'],
			text: '###### What was on the table?\n\nA cup\\.\n\nAnd a letter\\.'
		});
	});
});

test('Markdown has a file for each page, named by its day and time alone', async () => {
	const pages = [
		full,
		page(2, {}),
		page(2, { id: 'c'.repeat(32) }),
		page(3, { text: '---\nrule' })
	];
	const files = await unzipped('markdown', pages);
	expect(Object.keys(files)).toEqual([
		'2026/2026-03-04 0813.md',
		'2026/2026-03-04 0814.md',
		'2026/2026-03-04 0814 2.md',
		'2026/2026-03-04 0815.md'
	]);
	expect(files['2026/2026-03-04 0813.md']).toBe(`---
format: "own-voice/1"
id: "00000000000000000000000000000001"
created: 2026-03-04T08:13:00.000+00:00
modified: 2026-03-04T08:13:00.000+00:00
timezone: Europe/Lisbon
title: "Kitchen"
starred: true
tags:
  - "home"
  - "two words"
companion: "walking-away"
part: "The door"
part_id: "the-door"
part_number: 4
question: "What was on the table?"
question_id: "the-door-2"
stance: "recent"
depth: "gentle"
before_feel: -2
before_stir: 3
after_feel: 0
feelings:
  - "sad"
  - "calm"
margin:
  - "2026-03-04T08:12:00.000+00:00 Europe/Lisbon bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb It was blue."
---

###### What was on the table?

A cup.

And a letter.
`);
});

describe('an archive', () => {
	test('is read by another hand, and its date is what the clock showed', async () => {
		const blob = await writeArchive(
			[
				{
					path: 'a.txt',
					pieces: ['é', 'ü'],
					at: Date.UTC(2021, 6, 1, 22, 30, 4),
					zone: 'Europe/Lisbon'
				},
				{ path: 'b/c.txt', pieces: [], at: Date.UTC(1902, 0, 1), zone: 'UTC' }
			],
			2,
			new Yielder()
		);
		const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
		expect(Object.keys(files)).toEqual(['a.txt', 'b/c.txt']);
		expect(strFromU8(files['a.txt'] ?? new Uint8Array())).toBe('éü');
		const [first] = await archiveFiles(given(blob), 'Europe/Lisbon');
		expect(first?.modifiedAt).toBe(Date.UTC(2021, 6, 1, 22, 30, 4));
	});

	test('holds a large file that is packed piece by piece', async () => {
		const pieces = Array.from({ length: 3_000 }, (_, at) => `${at} `.repeat(100));
		const blob = await writeArchive(
			[{ path: 'a.txt', pieces, at: 0, zone: 'UTC' }],
			1,
			new Yielder()
		);
		const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
		expect(strFromU8(files['a.txt'] ?? new Uint8Array())).toBe(pieces.join(''));
	});

	// It takes as long as a hundred others.
	test.runIf(thorough)('holds more files than sixteen bits count', async () => {
		const count = 65_600;
		const files = Array.from({ length: count }, (_, at) => ({
			path: `${at}.md`,
			pieces: [],
			at: 0,
			zone: 'UTC'
		}));
		const blob = await writeArchive(files, count, new Yielder());
		expect(await archiveFiles(given(blob), 'UTC')).toHaveLength(count);
	});
});
