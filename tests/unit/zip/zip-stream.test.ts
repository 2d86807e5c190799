import { Inflate, unzipSync, zipSync, type Zippable } from 'fflate';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { deflated, dosDateTime, stored, ZipError, ZipStreamWriter } from '$lib/zip/zip';
import { thorough, tries } from '../../thorough';
import { archive, readArchive, refusal } from './archives';

const files = fc.uniqueArray(
	fc.record({
		name: fc.stringMatching(/^[a-zé日]{1,9}(\/[a-z]{1,9})?\.md$/),
		bytes: fc.oneof(
			fc.uint8Array({ maxLength: 400 }),
			fc.nat({ max: 300_000 }).map((length) => new Uint8Array(length).fill(97))
		)
	}),
	{ selector: ({ name }) => name, maxLength: 12 }
);

test(
	'what is written is read in whatever chunks it comes, and another library reads the same',
	{ timeout: 60_000 },
	async () => {
		await fc.assert(
			fc.asyncProperty(files, fc.integer({ min: 1, max: 70_000 }), async (all, length) => {
				// Of every three one as a whole, one in chunks, one stored.
				const bytes = archive(
					all.map(({ name, bytes }, index) => ({
						name,
						bytes: index % 3 === 0 ? bytes : [bytes.subarray(0, 9), bytes.subarray(9)],
						isStored: index % 3 === 2
					}))
				);
				const found = await readArchive(bytes, Math.max(length, bytes.length / 500));
				expect([...found.keys()]).toEqual(all.map(({ name }) => name));
				const theirs = unzipSync(bytes);
				for (const { name, bytes: was } of all) {
					expect(Buffer.compare(found.get(name) ?? Buffer.of(1), was)).toBe(0);
					expect(Buffer.compare(theirs[name] ?? Buffer.of(1), was)).toBe(0);
				}
			}),
			tries(60, 1)
		);
	}
);

test('an entry that is not asked for is skipped', async () => {
	const bytes = archive([
		{ name: 'a', bytes: Buffer.from('one') },
		{ name: 'b', bytes: Buffer.from('two') }
	]);
	const found = await readArchive(bytes, 7, (name) => name === 'b');
	expect(found.get('a')).toBeNull();
	expect(String(found.get('b'))).toBe('two');
});

test('an archive of another program is read as long as its sizes stand in front of the data', async () => {
	const theirs = zipSync({ 'a.txt': Buffer.from('one'), 'é/b.txt': Buffer.from('two'.repeat(99)) });
	expect([...(await readArchive(theirs)).values()].map(String)).toEqual(['one', 'two'.repeat(99)]);
});

/** A small archive of two files with some of its bytes replaced, here and in the central directory. */
function changed(
	change: (bytes: Buffer, local: number, listed: number) => void
): Uint8Array<ArrayBuffer> {
	const bytes = Buffer.from(
		archive([
			{ name: 'journal.json', bytes: Buffer.from('{"a":1}'.repeat(40)) },
			{ name: 'pages.md', bytes: Buffer.from('words '.repeat(40)) }
		])
	);
	change(bytes, 0, bytes.indexOf('PK\x01\x02'));
	return new Uint8Array(bytes);
}
/** An archive of one file of this name. */
const named = (name: string): Uint8Array => archive([{ name, bytes: Buffer.from('x') }]);
const twice: Zippable = { aaa: Buffer.from('one'), bbb: Buffer.from('two') };

test.each<[why: string, bytes: () => Uint8Array, code: string]>([
	['nothing', () => new Uint8Array(0), 'damaged'],
	['another signature', () => changed((b) => b.write('QK')), 'damaged'],
	['a cut in a file', () => changed(() => undefined).slice(0, 60), 'damaged'],
	['a cut in the list', () => changed(() => undefined).slice(0, -40), 'damaged'],
	['something behind the end', () => Buffer.concat([named('a'), Buffer.from('x')]), 'damaged'],
	['a path upwards', () => named('../journal.json'), 'damaged'],
	['a path upwards within', () => named('pages/../../x'), 'damaged'],
	['a path from the root', () => named('/etc/passwd'), 'damaged'],
	['a drive', () => named('C:x'), 'damaged'],
	['a path of Windows', () => named('..\\x'), 'damaged'],
	['a zero in a name', () => named('a\u0000.md'), 'damaged'],
	['no name', () => named(''), 'damaged'],
	[
		'two of one name',
		() =>
			Buffer.from(
				Buffer.from(zipSync(twice)).toString('latin1').replaceAll('bbb', 'aaa'),
				'latin1'
			),
		'damaged'
	],
	['a name that is not UTF-8', () => changed((b) => b.writeUInt8(0xff, 30)), 'damaged'],
	['a key of its own', () => changed((b) => b.writeUInt16LE(0x0801, 6)), 'unsupported'],
	['lengths that come later', () => changed((b) => b.writeUInt16LE(0x0808, 6)), 'unsupported'],
	['another way to pack', () => changed((b) => b.writeUInt16LE(9, 8)), 'unsupported'],
	['a length that is too short', () => changed((b) => b.writeUInt32LE(10, 22)), 'damaged'],
	['a length that is too long', () => changed((b) => b.writeUInt32LE(1_000, 22)), 'damaged'],
	['another CRC', () => changed((b) => b.writeUInt32LE(1, 14)), 'damaged'],
	['packed bytes that are none', () => changed((b) => b.fill(0xff, 42, 60)), 'damaged'],
	[
		'a list with another name',
		() => changed((b, _, at) => b.write('journal.jsoN', at + 46)),
		'damaged'
	],
	[
		'a list with another length',
		() => changed((b, _, at) => b.writeUInt32LE(9, at + 24)),
		'damaged'
	],
	[
		'a list with another place',
		() => changed((b, _, at) => b.writeUInt32LE(9, at + 42)),
		'damaged'
	],
	['another number of files', () => changed((b) => b.writeUInt16LE(9, b.length - 12)), 'damaged'],
	['two disks', () => changed((b) => b.writeUInt16LE(1, b.length - 18)), 'damaged']
])('a zip with %s is refused', async (_, bytes, code) => {
	expect(await refusal(readArchive(bytes()))).toBe(code);
});

/** In the gate every seventh, which comes by each of the eight bits of a byte. */
const STEP = thorough ? 1 : 7;

test('every flipped bit is refused, or changes nothing that is read', async () => {
	const bytes = changed(() => undefined);
	const whole = await readArchive(bytes);
	let [tried, refused] = [0, 0];
	for (let bit = 0; bit < bytes.length * 8; bit += STEP) {
		tried += 1;
		const flipped = bytes.slice();
		flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
		try {
			expect(await readArchive(flipped)).toEqual(whole);
		} catch (error) {
			expect((error as { code?: string }).code).toMatch(/damaged|unsupported|too-large|bomb/);
			refused += 1;
		}
	}
	// The versions, times and attributes are nobody's business.
	expect(refused / tried).toBeGreaterThan(0.75);
});

/** One file of fifty million zeros. */
const zeros = Buffer.from(
	archive([{ name: 'journal.json', bytes: Array<Uint8Array>(50).fill(new Uint8Array(1_000_000)) }])
);

test.each([
	[200_000_000, 'bomb'],
	[2 ** 32 - 1, 'too-large'],
	[16_000_000, 'damaged'],
	[60_000, 'damaged'],
	[0, 'damaged']
])('a bomb that says it unpacks to %i bytes is refused at once', async (says, code) => {
	const bytes = Buffer.from(zeros);
	bytes.writeUInt32LE(says, 22);
	bytes.writeUInt32LE(says, bytes.indexOf('PK\x01\x02') + 24);
	expect(bytes.length).toBeLessThan(400_000);
	const push = vi.spyOn(Inflate.prototype, 'push');
	expect(await refusal(readArchive(bytes))).toBe(code);
	const inflated = push.mock.calls.reduce((sum, [chunk]) => sum + chunk.length, 0);
	push.mockRestore();
	// Deflate makes at most 1,032 bytes of one: no more is inflated than the size it says, and two steps beyond.
	expect(inflated).toBeLessThanOrEqual((code === 'damaged' ? says / 1_000 : 0) + 2 * 16_384);
});

test('no more entries than the limit are read, and none are written', async () => {
	const three = ['a', 'b', 'c'].map((name) => ({ name, bytes: Buffer.from(name) }));
	const bytes = archive(three);
	expect((await readArchive(bytes, 1_000, undefined, { entries: 3 })).size).toBe(3);
	expect(await refusal(readArchive(bytes, 1_000, undefined, { entries: 2 }))).toBe('too-large');
	expect(() => archive(three, 2)).toThrow(ZipError);
});

test('an archive is as long as it was said to become', () => {
	const writer = new ZipStreamWriter(9);
	const parts = [...writer.add('a.txt', 0, deflated(Buffer.from('words'), 6))];
	const size = writer.sizeWith('é.txt');
	parts.push(...writer.add('é.txt', 0, stored([])), ...writer.end());
	expect(Buffer.concat(parts)).toHaveLength(size);
});

test.each([
	['a day', Date.UTC(2026, 10, 22, 21, 47, 13), [2026, 11, 22, 21, 47, 12]],
	['the last second', Date.UTC(2107, 11, 31, 23, 59, 59), [2107, 12, 31, 23, 59, 58]],
	['a day before all days', Date.UTC(1902, 4, 5, 6, 7, 8), [1980, 1, 1, 0, 0, 0]],
	['a day behind all days', Date.UTC(2108, 0, 1), [1980, 1, 1, 0, 0, 0]],
	['no day', NaN, [1980, 1, 1, 0, 0, 0]]
])('%s is a date and time of MS-DOS', (_, at, shown) => {
	const [date, time] = [dosDateTime(new Date(at)) >>> 16, dosDateTime(new Date(at)) & 0xffff];
	expect([1980 + (date >> 9), (date >> 5) & 15, date & 31]).toEqual(shown.slice(0, 3));
	expect([time >> 11, (time >> 5) & 63, (time & 31) * 2]).toEqual(shown.slice(3));
});
