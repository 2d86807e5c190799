import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { encryptStream } from '$lib/backup/age-file';
import { paddedZip, type ZipFile } from '$lib/backup/padded-zip';
import { paddedSize } from '$lib/backup/padded-size';
import { open, refusal, secret } from './backups';

/* The archive inside a backup. */

const made = new Date(Date.UTC(2026, 10, 22, 21, 47, 12));
const journal = { name: 'journal.json', bytes: Buffer.from('{}') };

function archive(files: Iterable<ZipFile>): Buffer {
	return Buffer.concat([...paddedZip(files, made, paddedSize)]);
}

test('is padded with zeros that are stored, and is of the plainest kind', () => {
	const bytes = archive([
		journal,
		{ name: 'pages/é.md', bytes: [Buffer.from('one '), Buffer.from('two')] }
	]);
	expect(bytes.length).toBe(paddedSize(1));
	const files = unzipSync(bytes);
	expect(Object.keys(files)).toEqual(['journal.json', 'pages/é.md', 'padding']);
	expect(String(Buffer.from(files['pages/é.md'] ?? []))).toBe('one two');
	expect(files['padding']?.every((byte) => byte === 0)).toBe(true);
	const local = bytes.lastIndexOf('PK\x03\x04');
	// UTF-8 and stored; 21:47:12 on the 22nd of November 2026; no extra field.
	expect(bytes.readUInt16LE(local + 6)).toBe(1 << 11);
	expect(bytes.readUInt16LE(local + 8)).toBe(0);
	expect(bytes.readUInt16LE(local + 10)).toBe((21 << 11) | (47 << 5) | 6);
	expect(bytes.readUInt16LE(local + 12)).toBe((46 << 9) | (11 << 5) | 22);
	expect(bytes.readUInt16LE(local + 28)).toBe(0);
});

const withBomb = zipSync({ 'a.md': new Uint8Array(40_000_000) });

test.each<[what: string, bytes: () => Uint8Array, code: string]>([
	['an archive without a journal', () => archive([]), 'not-a-backup'],
	['an archive that is cut off', () => archive([journal]).subarray(0, 900), 'damaged'],
	['an archive with a password', () => changed(6, 1), 'not-a-backup'],
	['an entry that is not what its CRC says', () => changed(14, 1), 'damaged'],
	['an entry that decompresses to far too much', () => withBomb, 'too-large'],
	['no archive', () => Buffer.from('a text'), 'damaged']
])('%s in an age file is refused with the code of a backup', async (_, bytes, code) => {
	const parts: BlobPart[] = [];
	for await (const part of await encryptStream(streamOf(bytes()), secret, 2)) {
		parts.push(new Uint8Array(part));
	}
	expect(await refusal(open(new Blob(parts)))).toBe(code);
});

/** An archive of a journal with one byte changed. */
function changed(at: number, byte: number): Uint8Array {
	const bytes = archive([journal]);
	bytes[at] = byte;
	return bytes;
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
	return new Blob([new Uint8Array(bytes)]).stream();
}
