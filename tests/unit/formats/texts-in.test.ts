import { describe, expect, test } from 'vitest';
import { given } from './given';
import { pages, read, sample, sampleFolder, skipped, zipOf } from './sample';

describe('Markdown', () => {
	const vault = Object.fromEntries(sampleFolder('vault'));

	test('reads a vault of daily notes: names, folders, front matter, line ends and letters of Windows', async () => {
		const file = await read(zipOf(vault));
		expect(file.kind).toBe('markdown');
		expect(
			file.incoming.entries.map(({ written, label, tags, starred, text }) => [
				written.day,
				label,
				tags,
				starred,
				text
			])
		).toEqual([
			['2005-06-07', '', [], false, 'Café au lait – written long ago.'],
			[
				'2023-03-05',
				'',
				[],
				false,
				'---\nDear diary, this is a line, not a key\n---\nand this is below it.'
			],
			['2023-03-04', 'The "door"', ['a', 'b, c', 'd'], true, 'Windows line ends.\nSecond line.'],
			['2024-01-31', '', [], false, 'Walked to the lake. #walk\n\n![[heron.jpg]]'],
			[
				'2024-02-01',
				'',
				['home', 'two words', 'evening'],
				false,
				'# 2024-02-01\n\nA note of the day.\n\n---\n\nBelow a line.'
			],
			['2021-01-02', '', [], false, 'A thought without a day.']
		]);
		expect(file.incoming.entries[2]).toMatchObject({
			written: { at: Date.UTC(2023, 2, 4, 13, 12), zone: 'America/New_York' },
			changed: { at: Date.UTC(2023, 2, 5, 14), zone: 'America/New_York' }
		});
		expect(file.undated).toEqual(['a-thought.md']);
		expect(skipped(file)).toEqual([
			'no-words: 2024-02-02.md',
			'photo: attachments/heron.jpg',
			'property: mood',
			'property: weather',
			'property: people'
		]);
	});

	test('reads the same from the folder itself, in which files have dates of their own', async () => {
		const file = await read(
			...Object.entries(vault).map(([path, content]) =>
				given(content, path, Date.UTC(2021, 0, 2, 12))
			)
		);
		expect(file).toEqual(await read(zipOf(vault)));
	});

	test('reads front matter whose values go over several lines, and none of it stays in the text', async () => {
		const block = ['tags: [', '  one,', '  two', ']', 'title: "A walk', '  to the lake"'];
		const broken = ['aliases: a: b', 'mood: @calm'];
		const text = ['---', ...block, ...broken, 'date: 2024-01-31', '---', 'Words.'].join('\n');
		const file = await read(text);
		expect(file.incoming.entries[0]).toMatchObject({
			text: 'Words.',
			label: 'A walk to the lake',
			tags: ['one', 'two'],
			written: { day: '2024-01-31' }
		});
		expect(skipped(file)).toEqual(['property: aliases', 'property: mood']);
	});

	test('keeps a block that is no front matter in the text, to the word', async () => {
		const text = '---\nanna: I said so\n@ben: and I did not\n---\nAnd so it went.';
		expect((await read(text)).incoming.entries[0]?.text).toBe(text);
	});

	test('reads one file as what it is: front matter, or a text with the day in its name', async () => {
		const one = await read(sampleFolder('vault').get('2023/March/a-note.md') ?? '');
		expect(one.kind).toBe('markdown');
		expect(one.incoming.entries[0]?.label).toBe('The "door"');
		const other = await read(given('Only words.', '2020-02-29 2115.md'));
		expect(pages(other)).toEqual([['2020-02-29', '2020-02-29T21:15:00', 'Only words.']]);
	});
});

describe('plain text', () => {
	test('is one page, dated by its file if nothing else does', async () => {
		const file = await read(
			given('Only words.\r\nAnd more.\n', 'note.txt', Date.UTC(2019, 4, 1, 23, 30))
		);
		expect(file.kind).toBe('plain-text');
		expect(pages(file)).toEqual([['2019-05-02', '2019-05-01T23:30:00', 'Only words.\nAnd more.']]);
		expect(file.undated).toEqual(['note.txt']);
	});

	test('is divided at lines that are dates, if it begins with one; other dates stay in the text', async () => {
		expect(pages(await read(sample('days-en.txt')))).toEqual([
			[
				'2021-01-31',
				'2021-01-31T12:00:00',
				'Snow. Nothing moved.\n\nOn 2 February 2021 the pipes froze, I will write of it later.\n31 January 2021 was cold'
			],
			[
				'2021-02-01',
				'2021-02-01T21:15:00',
				'It went on.\n\nTuesday, 31 February 2021\n\nThis line above is no day.'
			]
		]);
		expect(pages(await read(sample('days-de.txt'))).map(([day, , text]) => [day, text])).toEqual([
			['2021-03-03', 'Erster Tag.'],
			['2021-03-04', 'Zweiter Tag.']
		]);
		const later = await read('First a word.\n\n31 January 2021\n\nThen a day.');
		expect(later.incoming.entries).toHaveLength(1);
	});

	test('is divided where Day One wrote it, whose notes of the weather are counted', async () => {
		const file = await read(sample('day-one.txt'));
		expect(pages(file)).toEqual([
			['2024-01-15', '2024-01-15T10:02:03', 'The first.'],
			['2024-01-16', '2024-01-16T23:59:00', 'The second.']
		]);
		expect(skipped(file)).toEqual(['detail: weather', 'detail: location']);
	});
});
