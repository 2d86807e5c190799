import { describe, expect, test } from 'vitest';
import { readFiles } from '$lib/formats/in/read-files';
import { headerAt, journal, patched, zip } from './broken';
import { given, reading } from './given';
import { read, sample, zipOf } from './sample';

/* What is foreign or broken is refused as a whole, with one code. */

const list = headerAt(zip, 1);
const end = headerAt(zip, 5);

/** These bytes and texts one behind the other. */
function bytesOf(...parts: (Uint8Array | string)[]): Uint8Array {
	return new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));
}

/** The archive with a text put in, and an end that knows of it only by what stands there. */
function between(at: number, text: string): Uint8Array {
	return bytesOf(zip.subarray(0, at), text, zip.subarray(at));
}

/** An archive whose comment is the end of an archive, as if that were its own. */
const withSecondEnd = bytesOf(patched(zip, end + 20, 22), zip.subarray(end));

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
	['JSON with one name twice', 'damaged', '{"a":1,"a":2,"entries":[]}'],
	['JSON with one day twice', 'damaged', '{"entries":{"2020-01-01":{"text":"a"},"2020-01-01":1}}'],
	[
		'an entry of a million values',
		'too-large',
		`{"entries":[{"creationDate":"2021-03-03T11:48:50Z","a":[${'0,'.repeat(1_000_000)}0]}]}`
	],
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
	['an archive with a byte behind its end', 'damaged', bytesOf(zip, 'x')],
	['an archive behind another', 'damaged', bytesOf(zip, zip)],
	['an archive with bytes before its list', 'damaged', between(headerAt(zip, 1), 'words')],
	['an archive with bytes in its list', 'damaged', between(headerAt(zip, 5), 'words')],
	['an archive with a second end in its comment', 'damaged', withSecondEnd],
	['a file that says another size before it', 'damaged', patched(zip, 22, 9)],
	['a file that says another sum before it', 'damaged', patched(zip, 14, 9)],
	['a file that says before it that it is packed in another way', 'damaged', patched(zip, 8, 0)],
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
