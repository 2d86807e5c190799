import { unzipSync, zipSync, type Zippable } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteStream } from '$lib/backup/byte-stream';
import { unzip } from '$lib/backup/zip-reading';
import { zip, type ZipFile } from '$lib/backup/zip-writing';
import { thorough, tries } from '../../thorough';
import { refusal } from './backups';

type Bytes = Uint8Array<ArrayBuffer>;
const made = new Date(Date.UTC(2026, 10, 22, 21, 47, 12));

function packed(files: Iterable<ZipFile>, whole = (least: number): number => least): Bytes {
	return new Uint8Array(Buffer.concat([...zip(files, made, whole)]));
}

/** Reads a zip in pieces of this length; of each file the bytes, or null for one that was passed over. */
async function read(
	bytes: Uint8Array,
	length = 1_000,
	wanted: (name: string) => boolean = () => true
): Promise<Map<string, Buffer | null>> {
	async function* source(): AsyncGenerator<Uint8Array> {
		for (let at = 0; at < bytes.length; at += length) {
			await Promise.resolve();
			yield bytes.slice(at, at + length);
		}
	}
	const found = new Map<string, Buffer[]>();
	const names = await unzip(new ByteStream(source()), (name) => {
		if (!wanted(name)) return null;
		const pieces: Buffer[] = [];
		found.set(name, pieces);
		return (piece) => pieces.push(Buffer.from(piece));
	});
	return new Map(
		names.map((name) => {
			const pieces = found.get(name);
			return [name, pieces ? Buffer.concat(pieces) : null];
		})
	);
}

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
	'what is packed is read in whatever pieces it comes, and other programs read the same',
	{ timeout: 60_000 },
	async () => {
		await fc.assert(
			fc.asyncProperty(files, fc.integer({ min: 1, max: 70_000 }), async (all, length) => {
				// Every second one in pieces, as the large ones are.
				const inPieces = all.map(({ name, bytes }, index) => {
					return { name, bytes: index % 2 ? [bytes.subarray(0, 9), bytes.subarray(9)] : bytes };
				});
				const bytes = packed(inPieces, (least) => Math.ceil(least / 5_000) * 5_000);
				expect(bytes.length % 5_000).toBe(0);
				const found = await read(bytes, Math.max(length, bytes.length / 500));
				expect([...found.keys()]).toEqual([...all.map(({ name }) => name), 'padding']);
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

test('a file that is not asked for is passed over', async () => {
	const bytes = packed([
		{ name: 'a', bytes: Buffer.from('one') },
		{ name: 'b', bytes: Buffer.from('two') }
	]);
	const found = await read(bytes, 7, (name) => name === 'b');
	expect(found.get('a')).toBeNull();
	expect(String(found.get('b'))).toBe('two');
});

test('a zip of another program is read as long as it says its lengths first', async () => {
	const theirs = zipSync({ 'a.txt': Buffer.from('one'), 'é/b.txt': Buffer.from('two'.repeat(99)) });
	expect([...(await read(theirs)).values()].map(String)).toEqual(['one', 'two'.repeat(99)]);
});

/** A small zip of two files with some of its bytes replaced, here and in the list at the end. */
function changed(change: (bytes: Buffer, local: number, listed: number) => void): Bytes {
	const bytes = Buffer.from(
		packed([
			{ name: 'journal.json', bytes: Buffer.from('{"a":1}'.repeat(40)) },
			{ name: 'pages.md', bytes: Buffer.from('words '.repeat(40)) }
		])
	);
	change(bytes, 0, bytes.indexOf('PK\x01\x02'));
	return new Uint8Array(bytes);
}
/** A zip of one file of this name. */
const named = (name: string): Bytes => packed([{ name, bytes: Buffer.from('x') }]);
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
	['a key of its own', () => changed((b) => b.writeUInt16LE(0x0801, 6)), 'not-a-backup'],
	['lengths that come later', () => changed((b) => b.writeUInt16LE(0x0808, 6)), 'not-a-backup'],
	['another way to pack', () => changed((b) => b.writeUInt16LE(9, 8)), 'not-a-backup'],
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
	expect(await refusal(read(bytes()))).toBe(code);
});

/** In the gate every seventh, which comes by each of the eight bits of a byte. */
const STEP = thorough ? 1 : 7;

test('every flipped bit is refused, or changes nothing that is read', async () => {
	const bytes = changed(() => undefined);
	const whole = await read(bytes);
	let [tried, refused] = [0, 0];
	for (let bit = 0; bit < bytes.length * 8; bit += STEP) {
		tried += 1;
		const flipped = bytes.slice();
		flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
		try {
			expect(await read(flipped)).toEqual(whole);
		} catch (error) {
			expect((error as { code?: string }).code).toMatch(/damaged|not-a-backup|too-large/);
			refused += 1;
		}
	}
	// The versions, times and attributes are nobody's business.
	expect(refused / tried).toBeGreaterThan(0.75);
});

/** One file of fifty million zeros. */
const zeros = Buffer.from(
	packed([{ name: 'journal.json', bytes: Array<Uint8Array>(50).fill(new Uint8Array(1_000_000)) }])
);

test.each([
	[200_000_000, 'too-large'],
	[2 ** 32 - 1, 'too-large'],
	[16_000_000, 'damaged'],
	[60_000, 'damaged'],
	[0, 'damaged']
])('a bomb that says it unpacks to %i bytes is refused at once', async (says, code) => {
	const bytes = Buffer.from(zeros);
	bytes.writeUInt32LE(says, 22);
	bytes.writeUInt32LE(says, bytes.indexOf('PK\x01\x02') + 24);
	expect(bytes.length).toBeLessThan(400_000);
	const since = process.cpuUsage();
	expect(await refusal(read(bytes))).toBe(code);
	// In microseconds of work; a clock would also count what else the machine does.
	expect(process.cpuUsage(since).user).toBeLessThan(1_000_000);
});
