import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { armor } from 'age-encryption';
import { isAgeFile } from '$lib/backup/age-header';
import { FormatError } from '$lib/formats/formats';
import { readFiles } from '$lib/formats/in/read-files';
import { backupOf, open, refusal, secret } from './backups';
import { journals } from './journals';

/* Files that are cut off, changed, or of another kind. */

let bytes: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
	const [whole] = fc.sample(journals(40), { numRuns: 1, seed: 7 });
	if (!whole) throw new Error('no journal');
	bytes = new Uint8Array(await (await backupOf(whole)).file.arrayBuffer());
});

const ofBytes = (...parts: BlobPart[]): Blob => new Blob(parts);
/** The sixteen-byte code at the end of the first lines, and all before it. */
const lengthOfLines = (): number => Buffer.from(bytes).indexOf('\n--- ') + 5 + 43 + 1;

test('200 flipped bits are refused, wherever they are', { timeout: 60_000 }, async () => {
	const codes = new Map<string, number>();
	for (let index = 0; index < 200; index += 1) {
		// Sixty of them in the first lines, the others all over the file.
		const end = index < 60 ? lengthOfLines() : bytes.length;
		const at = Math.floor(((index % 140) + 0.5) * (end / (index < 60 ? 60 : 140)));
		const flipped = bytes.slice();
		flipped[at] = (flipped[at] ?? 0) ^ (1 << (index % 8));
		const code = await refusal(open(ofBytes(flipped)));
		codes.set(code, (codes.get(code) ?? 0) + 1);
	}
	const allowed = ['not-a-backup', 'other-key', 'too-costly', 'wrong-passphrase', 'damaged'];
	expect([...codes.keys()].filter((code) => !allowed.includes(code))).toEqual([]);
	expect(codes.get('damaged')).toBeGreaterThan(130);
});

test('50 truncations are refused, and what is appended too', { timeout: 60_000 }, async () => {
	for (let index = 0; index < 50; index += 1) {
		// Some at the edges of what is sealed piece by piece, where nothing would be missing but the end.
		const edge = lengthOfLines() + 16 + (index - 46) * (65_536 + 16);
		const length = index < 46 ? Math.floor((bytes.length * index) / 46) : edge;
		const code = await refusal(open(ofBytes(bytes.slice(0, length))));
		expect(code).toBe(length === 0 ? 'not-a-backup' : 'damaged');
	}
	expect(await refusal(open(ofBytes(bytes, new Uint8Array(1))))).toBe('damaged');
	expect(await refusal(open(ofBytes(bytes, bytes)))).toBe('damaged');
});

test('another passphrase is told from a damaged file', async () => {
	expect(await refusal(open(ofBytes(bytes), [`${secret}s`]))).toBe('wrong-passphrase');
	expect((await open(ofBytes(bytes))).holds.entries).toBeGreaterThan(0);
});

const lines = (stanza: string): string =>
	`age-encryption.org/v1\n${stanza}\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`;

test.each([
	['an empty file', '', 'not-a-backup'],
	['a picture', '\x89PNG\r\n\x1a\n', 'not-a-backup'],
	['a bare zip', 'PK\x03\x04', 'not-a-backup'],
	['age for a key', lines('-> X25519 abc'), 'other-key'],
	['age for an SSH key', lines('-> ssh-ed25519 abc def'), 'other-key'],
	['a key that costs a terabyte', lines(`-> scrypt ${'A'.repeat(22)} 30`), 'too-costly'],
	['one step more than is run', lines(`-> scrypt ${'A'.repeat(22)} 19`), 'too-costly'],
	['no cost', lines(`-> scrypt ${'A'.repeat(22)} 0`), 'damaged'],
	['two passphrases', lines(`-> scrypt ${'A'.repeat(22)} 2\n${'A'.repeat(43)}\n-> x y`), 'damaged'],
	['lines that do not end', `age-encryption.org/v1\n-> scrypt ${'A'.repeat(500)}`, 'damaged']
])('in place of a backup %s is refused before a key is made', async (_, text, code) => {
	const since = process.cpuUsage();
	expect(await refusal(open(ofBytes(Buffer.from(text, 'latin1'))))).toBe(code);
	expect(process.cpuUsage(since).user).toBeLessThan(1_000_000);
});

test('a file of two gigabytes is refused without being read', async () => {
	const huge = Object.assign(ofBytes(bytes), {});
	Object.defineProperty(huge, 'size', { value: 2 ** 31 });
	huge.stream = () => {
		throw new Error('it was read');
	};
	expect(await refusal(open(huge))).toBe('too-large');
});

test('a file that the browser cannot read says so', async () => {
	const gone = ofBytes(bytes);
	gone.stream = () => {
		throw new DOMException('gone', 'NotReadableError');
	};
	expect(await refusal(open(gone))).toBe('unreadable-file');
});

test('a file in letters opens as the same file in bytes, and is refused where a letter is not its own', async () => {
	const letters = armor.encode(bytes);
	expect(await isAgeFile(new File([letters], 'pasted.txt'))).toBe(true);
	const [plain, lettered] = [await open(new Blob([bytes])), await open(new Blob([letters]))];
	expect(lettered).toEqual(plain);
	const middle = letters.length >> 1;
	const other = letters[middle] === 'A' ? 'B' : 'A';
	const changed = letters.slice(0, middle) + other + letters.slice(middle + 1);
	expect(await refusal(open(new Blob([changed])))).toBe('damaged');
	expect(await refusal(open(new Blob([letters.slice(0, middle)])))).toBe('damaged');
});

test.each([
	['an empty line', '\n'],
	['a mark of its encoding and spaces', '\ufeff \r\n\r\n  ']
])('a file in letters behind %s is taken for a backup, and opens', async (_, before) => {
	const file = new File([before, armor.encode(bytes)], 'pasted.txt');
	expect(await isAgeFile(file)).toBe(true);
	expect(await open(file)).toEqual(await open(new Blob([bytes])));
});

test('letters of sixteen bits are taken for a backup, and open', async () => {
	const letters = `\ufeff${armor.encode(bytes)}`;
	const wide = Uint16Array.from(letters, (letter) => letter.charCodeAt(0));
	expect(await isAgeFile(new Blob([wide]))).toBe(true);
	expect(await open(new Blob([wide]))).toEqual(await open(new Blob([bytes])));
});

test('what is told to be a backup among other files is one by itself', async () => {
	for (const content of [
		'\n-----BEGIN AGE ENCRYPTED FILE-----\n',
		'age-encryption.org/v9\n',
		'age?'
	]) {
		const file = { name: 'given', content: new Blob([content]), modifiedAt: null };
		const isBackup = await readFiles([file], { secret: 'x' }).then(
			() => false,
			(error: unknown) => error instanceof FormatError && error.code === 'own-backup'
		);
		expect([content, await isAgeFile(file.content)]).toEqual([content, isBackup]);
	}
});

test('what may be a backup is known by its first bytes, not by its name', async () => {
	expect(await isAgeFile(new File([bytes], 'holiday.jpg'))).toBe(true);
	expect(await isAgeFile(new File(['x'], 'backup-2026-11-22-2147.age'))).toBe(false);
});
