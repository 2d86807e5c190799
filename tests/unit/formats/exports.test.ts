import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { steps } from '$lib/journal/check-in';
import { blank, type Entry } from '$lib/journal/entry';
import { checkInWords, letterTitle } from '$lib/formats/export-words';
import { readFiles, writePages, type WriteFormat } from '$lib/formats/formats';
import { packed } from '$lib/formats/zip-writer';
import { Pace } from '$lib/formats/pace';
import { filesIn } from '$lib/formats/zip-reader';
import { momentIn } from '$lib/formats/zone-clock';
import { checkInInWords } from '../../../src/routes/check-in-words';
import { dayInWords } from '../../../src/routes/days';
import { letterWords } from '../../../src/routes/letter-words';
import { dayWords } from '$lib/formats/export-words';
import { all, entries, given, reading } from './entries';

const noon = Date.UTC(2026, 2, 4, 8, 12);

function page(id: number, fields: Partial<Entry>): Entry {
	const written = momentIn(noon + id * 60_000, 'Europe/Lisbon');
	return {
		...blank,
		id: id.toString(16).padStart(32, '0'),
		companion: 'walking-away',
		section: null,
		question: null,
		text: 'A page.',
		written,
		changed: written,
		finished: true,
		versions: [],
		copyOf: null,
		...fields
	};
}

const full = page(1, {
	section: { id: 'the-door', number: 4, name: 'The door' },
	question: {
		promptId: 'the-door-2',
		text: 'What was on the table?',
		stance: 'recent',
		depth: 'gentle'
	},
	text: 'A cup.\n\nAnd a letter.',
	label: 'Kitchen',
	starred: true,
	tags: ['home', 'two words'],
	before: { feel: -2, stir: 3 },
	after: { feel: 0, stir: null },
	words: ['sad', 'calm'],
	margin: [{ id: 'b'.repeat(32), text: 'It was blue.', written: momentIn(noon, 'Europe/Lisbon') }]
});

async function written(
	format: WriteFormat,
	pages: readonly Entry[],
	options = all
): Promise<string> {
	return (await writePages(format, pages, options)).text();
}

async function unzipped(
	format: WriteFormat,
	pages: readonly Entry[]
): Promise<Record<string, string>> {
	const blob = await writePages(format, pages, all);
	const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
	return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

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

describe('Markdown', () => {
	test('has a file for each page, named by its day and time alone', async () => {
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

	test('leaves out what it is told to', async () => {
		const none = { questions: false, margin: false, checkIns: false };
		for (const format of ['day-one', 'markdown', 'jrnl', 'plain-text', 'csv', 'html'] as const) {
			const blob = await writePages(format, [full], none);
			const bytes = new Uint8Array(await blob.arrayBuffer());
			const text =
				format === 'day-one' || format === 'markdown'
					? Object.values(unzipSync(bytes))
							.map((one) => strFromU8(one))
							.join()
					: strFromU8(bytes);
			expect(text).not.toMatch(/table|blue|sad|unpleasant|feel/);
			expect(text).toMatch(format === 'csv' ? /Kitchen/ : /And a letter/);
		}
		const plain = given(await writePages('markdown', [full], none));
		const [back] = (await readFiles([plain], reading)).incoming.entries;
		expect(back).toMatchObject({
			text: full.text,
			question: null,
			margin: [],
			words: [],
			before: null
		});
	});
});

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
				const file = given(await writePages('jrnl', pages, all));
				const { kind, incoming } = await readFiles([file], reading);
				expect(kind).toBe('jrnl-text');
				expect(incoming.entries.map(({ starred }) => starred)).toEqual(
					pages.map(({ starred }) => starred)
				);
			}),
			{ numRuns: 60 }
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

describe('the table', () => {
	/** Reads RFC 4180, as a spreadsheet does. */
	function rows(csv: string): string[][] {
		const cells = csv.replace('\ufeff', '').matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g);
		const lines: string[][] = [[]];
		for (const [, cell = '', mark] of cells) {
			lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
			if (mark !== ',') lines.push([]);
		}
		return lines.slice(0, -1);
	}

	test('names its columns, and has figures for the small questions', async () => {
		const [head, first] = rows(await written('csv', [full]));
		expect(head?.join()).toBe(
			'date,time,time_zone,part_number,part,letter,label,starred,tags,question,before_feel,before_stir,after_feel,after_stir,feelings'
		);
		expect(first).toEqual([
			...['2026-03-04', '08:13', 'Europe/Lisbon', '4', 'The door', '', 'Kitchen', 'yes'],
			...['home; two words', 'What was on the table?', '-2', '3', '0', '', 'sad; calm']
		]);
	});

	test.each([
		...[
			'=1+1',
			'+1',
			'-1',
			'@SUM(A1)',
			'\t=1',
			'\r=1',
			'\0=1',
			' =1',
			'\n=1',
			'＝1',
			'＋1',
			'－1',
			'＠1'
		],
		...['a;=1', 'a,=1', 'a";=1', 'a\n=1', 'a\t=cmd|"/c calc"!A1', '"=1"']
	])('runs nothing: %j', async (label) => {
		const csv = await written('csv', [page(1, { label, tags: [label], words: [label] })]);
		const [, cells] = rows(csv);
		expect(cells).toHaveLength(15);
		expect(cells?.filter((cell) => /^[\s\0]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
		// Nor where a spreadsheet divides at other marks, or does not know the quotes.
		const pieces = csv.split(/[;,\t\r\n"]/).slice(1);
		expect(pieces.filter((piece) => /^\s*[=+\-@＝＋－＠]/.test(piece))).toEqual([]);
	});
});

describe('the HTML file', () => {
	/** All tags in a text of HTML. */
	const tagsOf = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];

	test('forbids itself everything but its own style, and asks for nothing', async () => {
		const html = await written('html', [full, page(2, {})]);
		expect(html).toMatch(
			/content="default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'"/
		);
		expect(html).not.toMatch(
			/<script|<link|<img|<iframe|<form|\bon\w+=|\bstyle=|\bsrc=|url\(|@import|https?:/
		);
		expect(tagsOf(html).filter((tag) => tag.startsWith('<article'))).toHaveLength(2);
	});

	test('has no tag that a page put there', async () => {
		const harmless = await written('html', [page(1, { text: 'x', label: 'x', tags: ['x'] })]);
		await fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.constantFrom(
						'<',
						'>',
						'"',
						"'",
						'&',
						'/',
						'=',
						'`',
						'script',
						'x',
						' ',
						'\0',
						'\ud800'
					),
					{
						minLength: 1,
						maxLength: 30
					}
				),
				async (signs) => {
					const hostile = `x${signs.join('')}`;
					const html = await written('html', [
						page(1, { text: hostile, label: hostile, tags: [hostile] })
					]);
					expect(tagsOf(html)).toEqual(tagsOf(harmless));
				}
			)
		);
	});
});

describe('an archive', () => {
	test('is read by another hand, and its date is what the clock showed', async () => {
		const blob = await packed(
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
			new Pace()
		);
		const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
		expect(Object.keys(files)).toEqual(['a.txt', 'b/c.txt']);
		expect(strFromU8(files['a.txt'] ?? new Uint8Array())).toBe('éü');
		const [first] = await filesIn(given(blob), 'Europe/Lisbon');
		expect(first?.changed).toBe(Date.UTC(2021, 6, 1, 22, 30, 4));
	});

	test('holds a large file that is packed piece by piece', async () => {
		const pieces = Array.from({ length: 3_000 }, (_, at) => `${at} `.repeat(100));
		const blob = await packed([{ path: 'a.txt', pieces, at: 0, zone: 'UTC' }], 1, new Pace());
		const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
		expect(strFromU8(files['a.txt'] ?? new Uint8Array())).toBe(pieces.join(''));
	});

	test('holds more files than sixteen bits count', async () => {
		const count = 65_600;
		const files = Array.from({ length: count }, (_, at) => ({
			path: `${at}.md`,
			pieces: [],
			at: 0,
			zone: 'UTC'
		}));
		const blob = await packed(files, count, new Pace());
		expect(await filesIn(given(blob), 'UTC')).toHaveLength(count);
	}, 60_000);
});

describe('the words in a file', () => {
	test('are those of the pages', () => {
		const places = [...steps, null];
		for (const feel of places) {
			for (const stir of places) {
				expect(checkInWords({ feel, stir })).toBe(checkInInWords({ feel, stir }));
			}
		}
		for (const letter of ['unsent', 'later-self', 'earlier-self'] as const) {
			expect(letterTitle({ letter })).toBe(letterWords[letter].title);
		}
		for (const day of ['2025-11-09', '1999-01-01', 'no day']) {
			expect(dayWords(day)).toBe(dayInWords(day));
		}
	});
});

test('writing can be given up', async () => {
	const pages = Array.from({ length: 3_000 }, (_, at) => page(at, { text: 'word '.repeat(500) }));
	for (const format of ['day-one', 'markdown', 'html'] as const) {
		const controller = new AbortController();
		controller.abort();
		const asked = writePages(format, pages, { ...all, signal: controller.signal });
		await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
	}
});
