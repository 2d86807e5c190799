import { Zip, ZipDeflate } from 'fflate';
import { describe, expect, test } from 'vitest';
import { given } from './given';
import { pages, read, sample, skipped, zipOf } from './sample';

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
