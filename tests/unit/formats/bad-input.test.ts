import { describe, expect, test } from 'vitest';
import { readFiles, recognise } from '$lib/formats/formats';
import { limits } from '$lib/formats/limits';
import { filesIn } from '$lib/formats/zip-reader';
import { packed } from '$lib/formats/zip-writer';
import { Pace } from '$lib/formats/pace';
import { given, reading } from './entries';
import { read, sample, skipped, zipOf } from './sample';

/* What is foreign, broken, hostile or too large is refused as a whole, with one code, before much is spent. */

const entry = { creationDate: '2021-03-03T11:48:50Z', text: 'A page.' };
const journal = JSON.stringify({ metadata: { version: '1.0' }, entries: [entry] });

/** The bytes with some of them changed. */
function patched(bytes: Uint8Array, at: number, ...by: number[]): Uint8Array {
	const copy = bytes.slice();
	copy.set(by, at);
	return copy;
}

/** Where the first header of this kind stands: 1 for a file's, 3 for the list's, 5 for the end. */
function headerAt(bytes: Uint8Array, kind: number): number {
	return bytes.findIndex(
		(byte, at) => byte === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === kind
	);
}

const zip = zipOf({ 'Journal.json': journal });
const list = headerAt(zip, 1);
const end = headerAt(zip, 5);

const refused: [what: string, code: string, file: string | Uint8Array][] = [
	['nothing', 'empty', ''],
	['an archive without a file', 'empty', zipOf({})],
	['an archive with nothing but what a system puts there', 'empty', zipOf({ '.DS_Store': 'x' })],
	['a text without a word', 'no-pages', ' \n\t\n'],
	['JSON of another program', 'unknown', '{"notes":[{"text":"a"}]}'],
	['JSON whose entries are none', 'unknown', '{"entries":[{"a":1},{"b":2}]}'],
	['JSON whose entries are a number', 'unknown', '{"entries":3}'],
	['JSON that is a list', 'unknown', '[{"title":"a","body":"b","date":"2020-01-01"}]'],
	['an archive of pictures', 'unknown', zipOf({ 'a.jpg': 'x' })],
	['an archive with an archive in it', 'unknown', zipOf({ 'inner.zip': zip })],
	[
		'an archive of JSON for each page',
		'unknown',
		zipOf({ 'a.json': '{"id":1}', 'b.json': '{"id":2}' })
	],
	['a web page', 'unknown', '<!DOCTYPE html><p>words</p>'],
	['RTF', 'unknown', String.raw`{\rtf1\ansi words}`],
	['PDF', 'unknown', '%PDF-1.7\n1 0 obj'],
	['a property list', 'unknown', '<?xml version="1.0"?><plist></plist>'],
	['a table of Daylio', 'unknown', 'full_date,date,weekday,time,mood\n2024-01-01,1,Mon,10:00,good'],
	['a key', 'unknown', '-----BEGIN OPENSSH PRIVATE KEY-----\nabc'],
	['bytes', 'not-text', Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 256)],
	['a picture', 'not-text', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0, 1, 2, 3)],
	['a database', 'unknown', 'SQLite format 3\0 and more'],
	['UTF-16 that breaks off', 'not-text', Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x00, 0xd8)],
	['JSON that is cut off', 'damaged', journal.slice(0, -3)],
	['JSON with something behind its end', 'damaged', `${journal}{}`],
	['JSON without a comma', 'damaged', '{"a":1 "entries":[]}'],
	['JSON with a comma too many', 'damaged', '{"entries":[],}'],
	['JSON with a word that is none', 'damaged', '{"entries":[nil]}'],
	['JSON that closes another bracket', 'damaged', '{"entries":[}]'],
	[
		'JSON in no encoding',
		'damaged',
		new Uint8Array([
			...new TextEncoder().encode('{"entries":[{"text":"'),
			0xff,
			...new TextEncoder().encode('"}]}')
		])
	],
	[
		'brackets ten thousand deep',
		'damaged',
		`{"entries":[${'['.repeat(10_000)}${']'.repeat(10_000)}]}`
	],
	['objects ten thousand deep', 'damaged', `{"a":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`],
	['a backup of our own', 'own-backup', 'age-encryption.org/v1\n-> scrypt abc 15\n'],
	['a backup in letters', 'own-backup', '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n'],
	[
		'what a backup holds',
		'unpacked-backup',
		'{"format":"own-voice journal","version":1,"entries":[{"id":"a"}]}'
	],
	[
		'what a backup holds, packed',
		'unpacked-backup',
		zipOf({
			'journal.json': '{"format":"own-voice journal","entries":[]}',
			'pages/a.md': 'A page.'
		})
	],
	['an archive that is cut off', 'damaged', zip.subarray(0, -30)],
	['an archive cut off in its end', 'damaged', zip.subarray(0, -3)],
	[
		'an archive with a password',
		'locked',
		patched(patched(zip, headerAt(zip, 1) + 8, 1), list + 8, 1)
	],
	['an archive packed in another way', 'packing', patched(patched(zip, 8, 14), list + 10, 14)],
	['a file that is not what it was', 'damaged', patched(zip, list + 16, 1, 2, 3, 4)],
	['a file that says it is shorter', 'damaged', patched(zip, list + 24, 10, 0)],
	['a file that says it is longer', 'damaged', patched(zip, list + 24, 0xff, 0x0f)],
	['a file with another name before it than in the list', 'damaged', patched(zip, 31, 0x58)],
	['a file that is nowhere', 'damaged', patched(zip, list + 42, 0xff, 0xff)],
	['a list that is nowhere', 'damaged', patched(zip, end + 16, 0xff, 0xff, 0xff)],
	['a list of more files than there are', 'damaged', patched(zip, end + 8, 9, 0, 9, 0)],
	['a file that claims two gigabytes', 'too-large', patched(zip, list + 24, 0, 0, 0, 0x80)],
	['a file packed larger than all', 'bomb', patched(zip, list + 20, 0, 0, 1)],
	[
		'an archive of two kinds',
		'several',
		zipOf({ 'a.json': journal, 'b.json': sample('jrnl-2.json') })
	]
];

describe('refuses', () => {
	test.each(refused)('%s: %s', async (_, code, file) => {
		await expect(read(file)).rejects.toMatchObject({ name: 'FormatError', code });
	});

	test('no file, and two archives at once', async () => {
		await expect(readFiles([], reading)).rejects.toMatchObject({ code: 'empty' });
		const two = [given(zip, 'a.zip'), given(zip, 'b.zip')];
		await expect(read(...two)).rejects.toMatchObject({ code: 'several' });
	});

	test('a file that the device no longer gives out', async () => {
		const gone = new Blob(['some words']);
		gone.slice = () => {
			const piece = new Blob();
			piece.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
			return piece;
		};
		await expect(read(gone)).rejects.toMatchObject({ code: 'unreadable' });
	});
});

describe('an archive that unpacks to more than it can hold', () => {
	const zeros = new Uint8Array(20_000_000).fill(0x20);

	test('is refused by what it says, and where it lies by what comes out, without unpacking it all', async () => {
		const bomb = zipOf({ 'Journal.json': zeros });
		expect(bomb.length).toBeLessThan(limits.smallFile);
		await expect(read(bomb)).rejects.toMatchObject({ code: 'bomb' });
		const lying = patched(bomb, headerAt(bomb, 1) + 24, 0xe8, 3, 0, 0);
		await expect(read(lying)).rejects.toMatchObject({ code: 'damaged' });
	});

	test('gives out no more than it said, and stops soon after', async () => {
		const bomb = zipOf({ 'Journal.json': zeros });
		const said = 100_000;
		const claim = new Uint8Array(new Uint32Array([said]).buffer);
		const lying = patched(bomb, headerAt(bomb, 1) + 24, ...claim);
		const [file] = await filesIn(given(lying), 'UTC');
		let bytes = 0;
		const reading = async (): Promise<void> => {
			for await (const chunk of file?.chunks() ?? []) bytes += chunk.length;
		};
		await expect(reading()).rejects.toMatchObject({ code: 'damaged' });
		expect(bytes).toBeLessThanOrEqual(said);
	});

	test('is refused when its files lie on top of one another', async () => {
		const file = zipOf({ 'a.md': 'word '.repeat(5_000) });
		const at = headerAt(file, 1);
		const bytes = file.subarray(at, headerAt(file, 5));
		const piled = new Uint8Array(at + bytes.length * 500 + 22);
		piled.set(file.subarray(0, at));
		for (let copy = 0; copy < 500; copy += 1) piled.set(bytes, at + bytes.length * copy);
		const tail = new DataView(piled.buffer, at + bytes.length * 500);
		tail.setUint32(0, 0x06054b50, true);
		for (const place of [8, 10]) tail.setUint16(place, 500, true);
		tail.setUint32(12, bytes.length * 500, true);
		tail.setUint32(16, at, true);
		await expect(read(piled)).rejects.toMatchObject({ code: 'bomb' });
	});

	test('is refused when all files together say that they are too large, before one is read', async () => {
		const four = zipOf(
			Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}.md`, name]))
		);
		const claim = new Uint8Array(new Uint32Array([30_000_000]).buffer);
		const places = Array.from(four.keys()).filter((at) => headerAt(four.subarray(at), 1) === 0);
		const claiming = places.reduce((file, at) => patched(file, at + 24, ...claim), four);
		await expect(recognise([given(claiming)])).rejects.toMatchObject({ code: 'too-large' });
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
		const twice = await read(await packed(pages, 2, new Pace()));
		expect(twice.incoming.entries).toHaveLength(2);
	});
});

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
			{ ...entry, text: 'w'.repeat(limits.text + 1) },
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

describe('much', () => {
	test('of fifty megabytes, one text is refused, and one journal read', async () => {
		const long = new Blob(['word '.repeat(1_000_000)]);
		await expect(read(long)).rejects.toMatchObject({ code: 'too-large' });
		const line = new Blob(['word '.repeat(200_000)]);
		const huge = new Blob(Array<Blob>(50).fill(line));
		await expect(read(huge)).rejects.toMatchObject({ code: 'too-large' });
		const richText = 'x'.repeat(5_000);
		const one = new Blob([`,${JSON.stringify({ ...entry, richText })}`]);
		const many = new Blob([
			'{"entries":[',
			JSON.stringify(entry),
			...Array<Blob>(10_000).fill(one),
			']}'
		]);
		expect(many.size).toBeGreaterThan(50_000_000);
		expect((await read(many)).incoming.entries).toHaveLength(10_001);
	}, 60_000);

	test('can be given up', async () => {
		const one = new Blob([`,${JSON.stringify(entry)}`]);
		const many = new Blob([
			'{"entries":[',
			JSON.stringify(entry),
			...Array<Blob>(50_000).fill(one),
			']}'
		]);
		const controller = new AbortController();
		const seen: number[] = [];
		const asked = readFiles([given(many)], {
			...reading,
			signal: controller.signal,
			onProgress(done) {
				seen.push(done);
				controller.abort();
			}
		});
		await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
		expect(seen).toHaveLength(1);
		expect(seen[0]).toBeLessThan(0.9);
	}, 30_000);
});
