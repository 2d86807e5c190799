import { Zip, ZipDeflate } from 'fflate';
import { describe, expect, test } from 'vitest';
import { given } from './entries';
import { read, sample, sampleFolder, skipped, zipOf } from './sample';
import type { Reading } from '$lib/formats/formats';

/* Files as other programs write them, with the dirt they are known to have, made up for these tests. */

/** What matters of each page: its day, the clock of UTC, and its text. */
function pages({ incoming }: Reading): [day: string, utc: string, text: string][] {
	return incoming.entries.map(({ written, text }) => [
		written.day,
		new Date(written.at).toISOString().slice(0, 19),
		text
	]);
}

/** A text in UTF-16, little end first, with its mark: how Windows' shell writes what a program says. */
function utf16(bytes: Uint8Array): Uint8Array {
	const text = `\ufeff${new TextDecoder().decode(bytes)}`;
	return new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
}

/** An archive written from front to back, whose sizes stand behind the files. */
function streamedZip(files: Record<string, Uint8Array>): Blob {
	const parts: Uint8Array[] = [];
	const zip = new Zip((error, part) => {
		if (error) throw error;
		parts.push(part);
	});
	for (const [path, content] of Object.entries(files)) {
		const file = new ZipDeflate(path);
		zip.add(file);
		file.push(content, true);
	}
	zip.end();
	return new Blob(parts as BlobPart[]);
}

describe('Day One', () => {
	test('reads an export of 2017, by the day of its zone', async () => {
		const file = await read(zipOf({ 'Journal.json': sample('day-one-2017.json') }));
		expect(file.kind).toBe('day-one');
		expect(pages(file)).toEqual([
			['2017-12-26', '2017-12-25T20:04:32', '喫茶店の午後\n\n雨がやんだ。'],
			[
				'2017-12-26',
				'2017-12-26T09:00:00',
				'No zone, no change date, no star. An old note with a path: C:\\temp and **bold** words.'
			]
		]);
		expect(skipped(file)).toEqual([
			'photo: 2017-12-26: photos/11111111111111111111111111111111.jpeg',
			'no-words: 2017-12-26 A1F0F3CA693F484792F76359E9E2ACE8',
			'detail: weather',
			'detail: userActivity'
		]);
	});

	test('reads an export of 2021: signs, code, pictures, a question, rich text alone', async () => {
		const file = await read(
			zipOf({
				'Home.json': sample('day-one-2021.json'),
				'photos/ef43abe9ef43abe9ef43abe9ef43abe9.jpeg': 'a picture',
				'photos/nobody.jpeg': 'a picture that no entry names',
				'__MACOSX/._Home.json': 'a shadow'
			})
		);
		const [first, second, third] = file.incoming.entries;
		expect(pages(file)).toEqual([
			[
				'2021-03-04',
				'2021-03-03T13:48:50',
				'# The shed ...\n\nPainted it (badly)! The colour is sky-ish, more or less.\n\n```\nnot \\. escaped\n```\n\nAnd `so \\. too`.\n\nLater more.'
			],
			['2021-03-04', '2021-03-03T22:00:00', 'The bakery has a new door.\n\nThat is all.'],
			[
				'2021-03-05',
				'2021-03-04T22:00:00',
				'# A list\n- bread\n- [x] keys\n  2. second\nbold and plain\n> said someone'
			]
		]);
		expect(first).toMatchObject({
			id: '2f8ddca258634d9994df3a4fee328035',
			starred: true,
			tags: ['garden', 'two words'],
			question: null,
			finished: true,
			changed: { at: Date.UTC(2021, 2, 3, 13, 59, 9), zone: 'Australia/Sydney', day: '2021-03-04' }
		});
		expect(second?.question?.text).toBe('What did you notice on the way home?');
		expect(third?.changed).toEqual(third?.written);
		expect(skipped(file)).toEqual([
			'photo: 2021-03-04: photos/ef43abe9ef43abe9ef43abe9ef43abe9.jpeg',
			'audio: 2021-03-04: audios/ab43abe9ef43abe9ef43abe9ef43abe9.m4a',
			'video: 2021-03-06: videos/cd43abe9ef43abe9ef43abe9ef43abe9.mov',
			'document: 2021-03-06: pdfs/de43abe9ef43abe9ef43abe9ef43abe9.pdf',
			'no-words: 2021-03-06 5F8DDCA258634D9994DF3A4FEE328035',
			'no-date: 6F8DDCA258634D9994DF3A4FEE328035',
			'photo: photos/nobody.jpeg',
			'detail: location',
			'detail: weather',
			'detail: isPinned'
		]);
	});

	test('reads an export of 2024 as a bare file: twice the same entry, strange keys, a zone that is none', async () => {
		const file = await read(sample('day-one-2024.json'));
		expect(pages(file)).toEqual([
			['2024-04-17', '2024-04-16T23:00:00', 'An all-day entry begins at midnight there.'],
			[
				'2024-04-18',
				'2024-04-18T20:15:00',
				'An entry that another program made, with a name of its own.'
			]
		]);
		expect(file.incoming.entries.map(({ written }) => written.zone)).toEqual([
			'Europe/Dublin',
			'Europe/London'
		]);
		expect(skipped(file)).toEqual([
			'repeated: 2024-04-17 DF8B32A3FE25400BBBB3A7BBFCD23CE7',
			'broken: entry',
			'detail: music',
			'detail: location'
		]);
	});

	test('reads several journals of one archive, however it was packed, and the unpacked folder alike', async () => {
		const files = {
			'Export/Home.json': sample('day-one-2021.json'),
			'Export/Away.json': sample('day-one-2017.json')
		};
		const packed = await read(zipOf(files));
		expect(packed.incoming.entries).toHaveLength(5);
		expect(await read(streamedZip(files))).toEqual(packed);
		const folder = Object.entries(files).map(([path, content]) => given(content, path));
		expect(await read(...folder)).toEqual(packed);
	});

	test('refuses a journal without an entry, as it would one in which all are empty', async () => {
		const empty = '{"metadata":{"version":"1.0"},"entries":[]}';
		await expect(read(empty)).rejects.toMatchObject({ code: 'no-pages' });
		await expect(read(zipOf({ 'Journal.json': empty }))).rejects.toMatchObject({
			code: 'no-pages'
		});
		const wordless = '{"entries":[{"creationDate":"2021-03-05T22:00:00Z","text":" "}]}';
		await expect(read(wordless)).rejects.toMatchObject({ code: 'no-pages' });
	});
});

describe('jrnl', () => {
	const two: [string, string, string][] = [
		[
			'2020-07-01',
			'2020-07-01T19:00:00',
			'Repaired the door.\nIt closes again. @door\n\nTook all afternoon.'
		],
		['2020-07-02', '2020-07-02T08:05:00', 'Called in late. @work @door']
	];

	test('reads its JSON, by the clock of the zone that is given', async () => {
		const file = await read(sample('jrnl-2.json'));
		expect(file.kind).toBe('jrnl-json');
		expect(pages(file)).toEqual(two);
		expect(file.incoming.entries.map(({ tags, starred }) => [tags, starred])).toEqual([
			[['door'], false],
			[['work', 'door'], true]
		]);
		expect(skipped(file)).toEqual(['no-words: 2020-07-03 09:05', 'no-date: 2021-02-31 09:05']);
	});

	test('reads the same from a shell that writes UTF-16, and behind a mark of UTF-8', async () => {
		const plain = await read(sample('jrnl-2.json'));
		expect(await read(utf16(sample('jrnl-2.json')))).toEqual(plain);
		expect(await read(new Blob(['\ufeff', sample('jrnl-2.json')]))).toEqual(plain);
	});

	test('reads JSON of an old Day One journal, and keeps its id', async () => {
		const file = await read(sample('jrnl-1.json'));
		expect(file.incoming.entries[0]).toMatchObject({
			id: '4bb1f46946ad439996c9b59de7c4ddc1',
			text: 'First of many.\nOlder exports name no tags of an entry.'
		});
	});

	test('reads its text with both halves of the day, and what only looks like a date', async () => {
		const file = await read(sample('jrnl-4.txt'));
		expect(file.kind).toBe('jrnl-text');
		expect(pages(file)).toEqual([
			[
				'2021-05-01',
				'2021-05-01T08:00:00',
				'Woke up early.\nMade coffee for two, from habit. @morning\n\n[not a date] but a line of the entry\n[2021-02-31 09:00:00 AM] neither is this one'
			],
			['2021-05-01', '2021-05-01T11:30:00', 'Noon.'],
			[
				'2021-05-02',
				'2021-05-01T23:05:10',
				'Just after midnight, with a word in *italics*\n@Night and mail to me@example.org'
			]
		]);
		expect(file.incoming.entries.map(({ tags, starred }) => [tags, starred])).toEqual([
			[['morning'], true],
			[[], false],
			[['night'], false]
		]);
	});

	test('reads its text of before version 2', async () => {
		const file = await read(sample('jrnl-1.txt'));
		expect(pages(file)).toEqual([
			['2013-06-09', '2013-06-09T14:39:00', 'My first entry.\nEverything is good.'],
			['2013-06-10', '2013-06-10T06:00:00', 'Second one\nA line.']
		]);
		expect(file.incoming.entries[0]?.starred).toBe(true);
	});
});

describe('Mini Diary', () => {
	test('reads a page a day, with its title', async () => {
		const file = await read(sample('mini-diary-3.json'));
		expect(file.kind).toBe('mini-diary');
		expect(
			file.incoming.entries.map(({ written, label, text }) => [written.day, label, text])
		).toEqual([
			['2024-01-01', 'A quiet start', 'Walked along the river.\n\n* one heron\n* no boats'],
			['2024-01-02', '', 'Only a title'],
			['2024-01-03', '', 'Only a text']
		]);
		expect(file.incoming.entries[0]?.changed.at).toBe(Date.UTC(2026, 1, 15, 14, 15, 14));
		expect(skipped(file)).toEqual([
			'no-words: 2024-01-04',
			'no-date: 2024-02-30',
			'no-date: __proto__'
		]);
	});

	test('reads an older file, without the name of its program', async () => {
		const file = await read(sample('mini-diary-2.json'));
		expect(file.kind).toBe('mini-diary');
		expect(file.incoming.entries).toHaveLength(1);
		expect(file.incoming.entries[0]?.changed.at).toBe(Date.UTC(2020, 0, 1, 3, 29, 59));
	});
});

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

describe('ids', () => {
	test('are the same each time, whatever the file is called, and others in another journal', async () => {
		const ids = ({ incoming }: Reading): string[] => incoming.entries.map(({ id }) => id);
		const text = sample('days-en.txt');
		const first = ids(await read(given(text, 'a.txt', 1)));
		expect(ids(await read(given(text, 'b.txt', 2)))).toEqual(first);
		expect(first.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
		const { readFiles } = await import('$lib/formats/formats');
		const other = await readFiles([given(text)], { secret: 'another', zone: 'Europe/Lisbon' });
		expect(ids(other).some((id) => first.includes(id))).toBe(false);
	});

	test('tell two pages of the same day and the same words apart', async () => {
		const entry = { title: 'Slept badly.', body: '', date: '2020-07-01', time: '07:00' };
		const file = await read(
			JSON.stringify({ entries: [entry, { ...entry, time: '23:00' }, entry] })
		);
		expect(new Set(file.incoming.entries.map(({ id }) => id)).size).toBe(3);
		const again = await read(
			JSON.stringify({ entries: [entry, { ...entry, time: '23:00' }, entry] })
		);
		expect(again).toEqual(file);
	});

	test('keep both texts of one uuid', async () => {
		const entry = {
			uuid: 'DF8B32A3FE25400BBBB3A7BBFCD23CE7',
			creationDate: '2020-07-01T07:00:00Z'
		};
		const texts = ['one', 'other', 'one', 'other'];
		const file = await read(JSON.stringify({ entries: texts.map((text) => ({ ...entry, text })) }));
		expect(file.incoming.entries.map(({ text }) => text)).toEqual(['one', 'other']);
		expect(skipped(file).map((one) => one.split(':')[0])).toEqual(['repeated', 'repeated']);
	});
});

test('the words of a question make its id, so that answers to it find each other', async () => {
	const entry = (day: string): object => ({
		creationDate: `${day}T07:00:00Z`,
		text: '###### What is near?\n\nA chair.'
	});
	const file = await read(JSON.stringify({ entries: [entry('2020-07-01'), entry('2020-07-02')] }));
	const [one, other] = file.incoming.entries.map(({ question }) => question);
	expect(one).toEqual(other);
	expect(one?.promptId).toMatch(/^[0-9a-f]{32}$/);
});
