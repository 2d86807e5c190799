import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { FormatError, readFiles, recognise, writePages } from '$lib/formats/formats';
import { all, entries, given, reading } from './entries';
import { sample, sampleFolder, zipOf } from './sample';
import { expectNoPoison, expectSound } from './sound';

/*
 * Files of every format, damaged at random: each is read soundly, or refused with a code. Nothing else may come of
 * it. With OWN_VOICE_FUZZ=whole ten thousand for each importer, else a short form.
 */
const numRuns = process.env['OWN_VOICE_FUZZ'] === 'whole' ? 10_000 : 250;
const patience = 3_600_000;

/** Pieces that mean something in one of the formats. */
const tokens = [
	...[
		'{',
		'}',
		'[',
		']',
		',',
		':',
		'"',
		'\\',
		'\\u0000',
		'\\ud800',
		'null',
		'1e999',
		'-',
		'[]',
		'{}'
	],
	...[
		'"entries":',
		'"entries":[',
		'"creationDate":',
		'"text":',
		'"uuid":',
		'"__proto__":{',
		'"tags":["'
	],
	...[
		'"ownVoice":{',
		'"richText":"{',
		'"contents":[',
		'"timeZone":"',
		'"title":',
		'"body":',
		'"date":'
	],
	...[
		'2021-03-03T11:48:50Z',
		'0000-00-00',
		'275760-09-13',
		'+99:99',
		'2021-02-31',
		'9999-12-31T24:00'
	],
	...[
		'---\n',
		'\n---\n',
		'...\n',
		'tags:\n  - ',
		'tags: [',
		'created: ',
		'|\n',
		'>-\n',
		'&a ',
		'*a',
		'!!js ',
		'# '
	],
	...[
		'[2021-05-01 09:00:00 PM] ',
		'2021-05-01 09:00 ',
		' *\n',
		'31 January 2021\n',
		'\tDate:\t',
		'###### '
	],
	...[
		'![](dayone-moment://',
		'```\n',
		'`',
		'\\.',
		'\ufffc',
		'\ufeff',
		'\r\n',
		'\r',
		'\0',
		'\t',
		'\u202e'
	],
	...[
		'PK\x01\x02',
		'PK\x03\x04',
		'PK\x05\x06',
		'PK\x06\x06',
		'\xff\xff\xff\xff',
		'\0\0\0\0',
		'😀',
		'é'
	]
];

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

type Change = (bytes: Uint8Array) => Uint8Array;

/** One thing that goes wrong with a file; places are shares of its length. */
const change: fc.Arbitrary<Change> = fc
	.record({
		kind: fc.constantFrom('cut', 'flip', 'drop', 'repeat', 'put', 'token', 'token', 'overwrite'),
		at: fc.nat(1_000_000).map((share) => share / 1_000_000),
		length: fc.oneof(fc.nat(8), fc.nat(400)),
		bit: fc.nat(7),
		token: fc.constantFrom(...tokens),
		noise: fc.uint8Array({ maxLength: 12 })
	})
	.map(({ kind, at, length, bit, token, noise }) => (bytes: Uint8Array) => {
		const place = Math.min(bytes.length, Math.floor(at * (bytes.length + 1)));
		const before = bytes.subarray(0, place);
		const behind = bytes.subarray(place);
		const piece = behind.subarray(0, length);
		const joined = (...parts: Uint8Array[]): Uint8Array =>
			new Uint8Array(parts.flatMap((part) => [...part]));
		switch (kind) {
			case 'cut':
				return before;
			case 'flip': {
				const copy = bytes.slice();
				copy[place] = (copy[place] ?? 0) ^ (1 << bit);
				return copy;
			}
			case 'drop':
				return joined(before, behind.subarray(length));
			case 'repeat':
				return joined(before, piece, piece, behind);
			case 'put':
				return joined(before, noise, behind);
			case 'token':
				return joined(before, bytesOf(token), behind);
			default:
				return joined(before, noise, behind.subarray(noise.length));
		}
	});
const changes = fc.array(change, { minLength: 1, maxLength: 4 });

function damaged(files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
	return fc
		.record({ file: fc.constantFrom(...files), changes })
		.map(({ file, changes: some }) => some.reduce((bytes, one) => one(bytes), file));
}

/** The same, packed properly, so that the damage is found inside. */
function packed(
	inner: fc.Arbitrary<Uint8Array>,
	path: fc.Arbitrary<string>
): fc.Arbitrary<Uint8Array> {
	return fc
		.array(fc.tuple(path, inner), { minLength: 1, maxLength: 3 })
		.map((files) => zipSync(Object.fromEntries(files)));
}

/** The keys that mean something in one of the formats. */
const keys = [
	...[
		'uuid',
		'creationDate',
		'modifiedDate',
		'timeZone',
		'text',
		'richText',
		'tags',
		'starred',
		'photos'
	],
	...[
		'location',
		'weather',
		'isPinned',
		'title',
		'body',
		'date',
		'time',
		'dateUpdated',
		'ownVoice'
	],
	...['__proto__', 'constructor', 'toString']
];
const ownNames = [
	...[
		'written',
		'changed',
		'changed_zone',
		'title',
		'companion',
		'part',
		'part_id',
		'part_number',
		'letter'
	],
	...[
		'question',
		'question_id',
		'stance',
		'depth',
		'before_feel',
		'after_stir',
		'feelings',
		'margin'
	],
	...['hidden', 'sealed_until', 'threshold', 'uncompared', 'unfinished', 'binned', '__proto__']
];
const anyValue = fc.oneof(
	fc.jsonValue({ maxDepth: 3 }),
	fc.constantFrom(...tokens),
	fc.constantFrom(
		'2021-03-03',
		'09:05',
		'A page.',
		'Europe/Lisbon',
		'Etc/Unknown',
		-3,
		3,
		true,
		1614772130123
	),
	fc.dictionary(
		fc.constantFrom(...ownNames),
		fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...tokens))
	)
);

/** Good entries with some of their values replaced by others of any kind. */
const anyEntries = fc
	.record({
		from: fc.constantFrom(
			'day-one-2021.json',
			'day-one-2024.json',
			'jrnl-2.json',
			'mini-diary-3.json'
		),
		put: fc.array(fc.tuple(fc.nat(5), fc.constantFrom(...keys), anyValue), {
			minLength: 1,
			maxLength: 6
		})
	})
	.map(({ from, put }) => {
		const file = JSON.parse(new TextDecoder().decode(sample(from))) as { entries: object };
		const entriesOf = Object.values(file.entries) as unknown[];
		for (const [index, key, value] of put) {
			const one = entriesOf[index];
			if (typeof one !== 'object' || one === null) continue;
			// As a file would have it: as a property, whatever its name.
			Object.defineProperty(one, key, {
				value,
				enumerable: true,
				writable: true,
				configurable: true
			});
		}
		return bytesOf(JSON.stringify(file));
	});

const samples = (...names: string[]): Uint8Array[] => names.map(sample);
const vault = sampleFolder('vault');
const notes = [...vault].filter(([path]) => /\.(md|txt)$/.test(path)).map(([, bytes]) => bytes);
const dayOne = samples('day-one-2017.json', 'day-one-2021.json', 'day-one-2024.json');
const texts = samples('jrnl-1.txt', 'jrnl-4.txt', 'days-en.txt', 'days-de.txt', 'day-one.txt');
const archives = [
	zipOf({ 'Journal.json': dayOne[1] ?? '', 'photos/a.jpeg': 'x' }),
	zipOf(Object.fromEntries(vault))
];

/** Pages of our own, as each of our writers gives them. */
const ours = fc.sample(entries, { numRuns: 6, seed: 7 });
const ownFiles = await Promise.all(
	ours.flatMap((pages) =>
		(['day-one', 'markdown', 'jrnl', 'plain-text'] as const).map(
			async (format) => new Uint8Array(await (await writePages(format, pages, all)).arrayBuffer())
		)
	)
);

const importers: Record<string, fc.Arbitrary<Uint8Array>> = {
	'a Day One file': damaged(dayOne),
	'a Day One archive': packed(
		damaged(dayOne),
		fc.constantFrom('Journal.json', 'a/b.json', 'Other.json')
	),
	'JSON with other values': anyEntries,
	'JSON of jrnl': damaged(samples('jrnl-1.json', 'jrnl-2.json')),
	'JSON of Mini Diary': damaged(samples('mini-diary-2.json', 'mini-diary-3.json')),
	'a text of jrnl or plain': damaged(texts),
	'a Markdown file': damaged(notes),
	'a Markdown archive': packed(
		damaged([...notes, ...texts]),
		fc.oneof(
			fc.constantFrom('2024-01-31.md', 'a/b.txt', 'x.md', '../y.md'),
			fc.string().map((name) => `${name}.md`)
		)
	),
	'an archive': damaged(archives),
	'a file of our own': damaged(ownFiles),
	'any bytes': fc.uint8Array({ maxLength: 300 })
};

afterEach(expectNoPoison);

test.each(Object.entries(importers))(
	'%s, damaged, is read soundly or refused with a code',
	async (_, files) => {
		let read = 0;
		await fc.assert(
			fc.asyncProperty(files, async (bytes) => {
				const file = given(bytes);
				try {
					const found = await readFiles([file], reading);
					expectSound(found);
					read += 1;
				} catch (error) {
					if (!(error instanceof FormatError)) throw error;
				}
				const kind = await recognise([file]).catch((error: unknown) => error);
				if (typeof kind !== 'string' && !(kind instanceof FormatError)) throw kind;
			}),
			{ numRuns }
		);
		// Damage that is always noticed at the door would try nothing behind it.
		expect(read).toBeGreaterThan(0);
	},
	patience
);
