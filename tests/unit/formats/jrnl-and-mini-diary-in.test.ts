import { describe, expect, test } from 'vitest';
import { pages, read, sample, skipped } from './sample';

/** A text in UTF-16, little end first, with its mark: how Windows' shell writes what a program says. */
function utf16(bytes: Uint8Array): Uint8Array {
	const text = `\ufeff${new TextDecoder().decode(bytes)}`;
	return new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
}

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
