import { describe, expect, test } from 'vitest';
import { formatLimits } from '$lib/formats/limits';
import { Yielder } from '$lib/work/yielder';
import { writeArchive } from '$lib/formats/out/zip-writer';
import { entry, headerAt, patched } from './broken';
import { read, skipped, zipOf } from './sample';

/* A good file with something bad in it: the good comes in, and the rest is named. */

describe('a good file with bad entries', () => {
	test('keeps the good ones and names the others', async () => {
		const entries = [
			entry,
			{ ...entry, creationDate: 'NaN' },
			{ ...entry, creationDate: '0000-01-01T00:00:00Z' },
			{ ...entry, creationDate: '275760-09-13T00:00:00Z' },
			{ ...entry, creationDate: '2021-13-01T00:00:00Z' },
			{ ...entry, creationDate: '2021-02-30T00:00:00Z' },
			{ ...entry, creationDate: 1614772130 },
			{ ...entry, text: { toString: 'x' } },
			{ ...entry, text: 'w'.repeat(formatLimits.textLength + 1) },
			null,
			[entry]
		];
		const file = await read(JSON.stringify({ entries }));
		expect(file.incoming.entries).toHaveLength(1);
		expect(skipped(file).map((one) => one.split(':')[0])).toEqual([
			...Array<string>(6).fill('no-date'),
			'no-words',
			'too-long',
			'broken',
			'broken'
		]);
	});

	test('passes over what is beside the entries, however large it is', async () => {
		const beside = [
			`"${'a'.repeat(formatLimits.jsonEntryBytes)}"`,
			`[${'0,'.repeat(formatLimits.jsonValues)}0]`
		];
		const file = await read(
			`{"a":${beside[0]},"entries":[${JSON.stringify(entry)}],"b":${beside[1]}}`
		);
		expect(file.incoming.entries).toHaveLength(1);
	});

	test('takes no prototype from a file, and leaves none behind', async () => {
		const hostile = `{"__proto__":{"polluted":1},"entries":[{"__proto__":{"polluted":1,"starred":true},"constructor":{"prototype":{"polluted":1}},"creationDate":"2021-03-03T11:48:50Z","text":"A page.","tags":["__proto__"],"ownVoice":{"__proto__":{"label":"x"},"hidden":true}}]}`;
		const file = await read(hostile);
		const [page] = file.incoming.entries;
		expect(page).toMatchObject({ starred: false, hidden: true, tags: ['__proto__'], label: '' });
		expect(page && Object.getPrototypeOf(page)).toBe(Object.prototype);
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
		expect(page && 'polluted' in page).toBe(false);
	});

	test('reads what anyone may write into our own keys as what it should be, or not at all', async () => {
		const own = {
			companion: 3,
			part: 'x',
			part_id: 'y',
			part_number: -1,
			question: 'Why?',
			question_id: [],
			letter: 'chain',
			before_feel: 99,
			after_stir: '3',
			feelings: [1, 'calm', null],
			sealed_until: '2027-02-31',
			margin: [
				'no note',
				5,
				`2026-05-01T10:00:00.000+01:00 Europe/Lisbon ${'a'.repeat(32)} A note`
			],
			binned: 'yesterday',
			written: 'now'
		};
		const file = await read(JSON.stringify({ entries: [{ ...entry, ownVoice: own }] }));
		expect(file.incoming.entries[0]).toMatchObject({
			companion: '',
			section: { id: 'y', number: 0, name: 'x' },
			question: null,
			letter: null,
			before: null,
			after: { feel: null, stir: 3 },
			words: ['calm'],
			sealedUntil: null,
			margin: [{ id: 'a'.repeat(32), text: 'A note', written: { day: '2026-05-01' } }],
			binned: null
		});
	});

	test('puts halves of letters and ends of lines right', async () => {
		const text = 'one\\ud83d two\\r\\nthree \\ude00\\ud83d\\ude00';
		const file = await read(
			`{"entries":[{"creationDate":"2021-03-03T11:48:50Z","text":"${text}"}]}`
		);
		expect(file.incoming.entries[0]?.text).toBe('one\ufffd two\nthree \ufffd😀');
		const ours = await read(
			`{"entries":[{"creationDate":"2021-03-03T11:48:50Z","text":"${text}","ownVoice":{}}]}`
		);
		expect(ours.incoming.entries[0]?.text).toBe('one\ufffd two\r\nthree \ufffd😀');
	});
});

describe('paths', () => {
	test('lead nowhere: they name what was skipped, and no more', async () => {
		const file = await read(
			zipOf({
				'../../etc/passwd': 'x',
				'/absolute.png': 'x',
				'C:\\windows\\a.png': 'x',
				'con.png': 'x',
				'__proto__/a.png': 'x',
				'right\u202egpj.exe': 'x',
				'2021-03-03.md': 'A page.'
			})
		);
		expect(file.incoming.entries).toHaveLength(1);
		expect(skipped(file)).toEqual([
			'other-file: ../../etc/passwd',
			'photo: /absolute.png',
			'photo: C:\\windows\\a.png',
			'photo: con.png',
			'photo: __proto__/a.png',
			'other-file: rightgpj.exe'
		]);
	});

	test('that are links, or stand twice, are seen for what they are', async () => {
		const file = zipOf({ 'a.md': 'The target', '2021-03-03.md': 'A page.' });
		const at = headerAt(file, 1);
		const linked = patched(patched(file, at + 5, 3), at + 40, 0xff, 0xa1);
		expect(skipped(await read(linked))).toEqual(['link: a.md']);
		const pages = [0, 1].map(() => ({
			path: 'same.md',
			pieces: ['A page.'],
			at: Date.UTC(2021, 0, 1),
			zone: 'UTC'
		}));
		const twice = await read(await writeArchive(pages, 2, new Yielder()));
		expect(twice.incoming.entries).toHaveLength(2);
	});
});
