import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseFrontMatter, type FrontMatterValue } from '$lib/formats/in/front-matter';
import { writeFrontMatter } from '$lib/formats/out/front-matter';
import { formatLimits } from '$lib/formats/limits';
import { runs, tries } from '../../thorough';

type Keys = Record<string, FrontMatterValue>;

/** What the keys of a block say; null if the block is part of the text. */
async function keysIn(block: string): Promise<Keys | null> {
	const read = await parseFrontMatter(`---\n${block}\n---\nThe body`);
	if (read) expect(read.body).toBe('The body');
	return read && Object.fromEntries(read.values);
}

/** The same of a block that another reader of YAML made an object of. */
function parsed(block: string): Keys {
	return parse(block, { schema: 'failsafe', maxAliasCount: 0 }) as Keys;
}

/** What is read of lists: an item that says nothing is none. */
function withoutEmptyItems(keys: Keys): Keys {
	return Object.fromEntries(
		Object.entries(keys).map(([key, value]) => [
			key,
			Array.isArray(value) ? value.filter((item) => item !== '') : value
		])
	);
}

describe('front matter', () => {
	test.each<[what: string, line: string, said: FrontMatterValue]>([
		['a plain word', 'key: word', 'word'],
		['words with signs within', "key: it's a day#1, 50% [yes]!", "it's a day#1, 50% [yes]!"],
		['a comment', 'key: word # not this', 'word'],
		['nothing but a comment', 'key: # not this', ''],
		['nothing', 'key:', ''],
		['a date', 'key: 2024-02-01T14:30:00', '2024-02-01T14:30:00'],
		['what YAML 1.1 has for a boolean', 'key: no', 'no'],
		['what looks like an octal number', 'key: 0777', '0777'],
		['what looks like a clock in sixties', 'key: 12:30:45', '12:30:45'],
		['null', 'key: null', 'null'],
		['double quotes', 'key: "a \\"b\\" \\u00e9\\x41\\n\\/ # c" # comment', 'a "b" éA\n/ # c'],
		['a surrogate pair', 'key: "\\ud83d\\ude00"', '😀'],
		['single quotes', "key: 'it''s # fine'", "it's # fine"],
		['an address', 'key: https://example.org/a#b', 'https://example.org/a#b'],
		['a wiki link in quotes', 'key: "[[2024-01-31]]"', '[[2024-01-31]]'],
		['a wiki link', 'key: [[2024-01-31]]', '[[2024-01-31]]'],
		['wiki links in a list', 'key: [[[A]], "[[B]]"]', ['[[A]]', '[[B]]']],
		['a list in a list', 'key: [[a, b]]', null],
		['an unknown escape', 'key: "\\q"', null],
		['a quote that is not closed', 'key: "word', null],
		['more behind a quote', 'key: "word" more', null],
		['an anchor', 'key: &a word', null],
		['an alias', 'key: *a', null],
		['words between stars', 'key: **word**', null],
		['a tag', 'key: !!js/function "x"', null],
		['a mapping', 'key: { a: 1 }', null],
		['a pair within', 'key: a: b', null],
		['a sign with which no value begins', 'key: @home', null]
	])('has for its value %s: %s', async (_, line, said) => {
		expect(await keysIn(line)).toEqual({ key: said });
		// Whatever it is, the keys around it are read.
		expect(await keysIn(`before: 1\n${line}\nbehind: 2`)).toEqual({
			before: '1',
			key: said,
			behind: '2'
		});
	});

	test.each<[what: string, block: string, said: Keys]>([
		[
			'double quotes over lines',
			'a: "one\n  two\n\n  three \\\n  four"\nb: 1',
			{ a: 'one two\nthree four', b: '1' }
		],
		['single quotes over lines', "a: 'one\n  it''s'\nb: 1", { a: "one it's", b: '1' }],
		['a plain value over lines', 'a: one\n  two\n\n  three\nb: 1', { a: 'one two\nthree', b: '1' }],
		[
			'a flow list over lines',
			'a: [one,\n  "two, three", \'four\',\n  ]\nb: 1',
			{ a: ['one', 'two, three', 'four'], b: '1' }
		],
		[
			'items over lines',
			'a:\n  - one\n    two\n  - "three\n    four"\nb: 1',
			{ a: ['one two', 'three four'], b: '1' }
		],
		[
			'items without indentation',
			'a:\n- one\n# a comment\n- two\nb: 1',
			{ a: ['one', 'two'], b: '1' }
		],
		[
			'a literal block',
			'a: |\n  one\n    two\n\n  three\nb: 1',
			{ a: 'one\n  two\n\nthree\n', b: '1' }
		],
		['a literal block that keeps its end', 'a: |+\n  one\n\n\nb: 1', { a: 'one\n\n\n', b: '1' }],
		['a literal block that loses its end', 'a: |-\n  one\n\n\nb: 1', { a: 'one', b: '1' }],
		['a literal block that says its indentation', 'a: |2\n    one\nb: 1', { a: '  one\n', b: '1' }],
		[
			'a folded block',
			'a: >\n  one\n  two\n\n  three\n    four\n  five\nb: 1',
			{ a: 'one two\nthree\n  four\nfive\n', b: '1' }
		],
		['keys in quotes', '"a: b": 1\n\'c d\': 2', { 'a: b': '1', 'c d': '2' }],
		['a block that is indented', '  a: 1\n  b: 2', { a: '1', b: '2' }],
		['a flow mapping', '{ a: 1, b: [c, d] }', { a: '1', b: ['c', 'd'] }],
		['a key behind a question mark', '? a\n: b', { a: 'b' }]
	])('has %s', async (_, block, said) => {
		expect(await keysIn(block)).toEqual(said);
		expect(parsed(block)).toEqual(said);
	});

	test.each<[what: string, block: string, said: Keys]>([
		['keys in lower case', 'Title Case Key: x', { 'title case key': 'x' }],
		['no empty items', 'a: [ , ]\nb:\n  -\n  - x\n  - ""', { a: null, b: ['x'] }],
		['an empty list', 'a: []', { a: [] }],
		[
			'a list whose bracket closes at the margin',
			'a: [\n  one,\n  two\n]\nb: 1',
			{ a: ['one', 'two'], b: '1' }
		],
		[
			'mappings and lists of them by their keys alone',
			'a:\n  b: 1\nc:\n  - d: 1\ne: 2',
			{ a: null, c: null, e: '2' }
		],
		[
			'nothing of an anchor in it',
			'a: &x [one]\nb:\n  - &y two\nc: [*x, *y]\n<<: *x',
			{ a: null, b: null, c: null, '<<': null }
		],
		[
			'tabs for indentation',
			'a:\n\t- one\n\t-\ttwo\nb: one\n\ttwo\nc: |\n\tone\n\t\ttwo\nd: [\n\tone\n]',
			{ a: ['one', 'two'], b: 'one two', c: 'one\n  two\n', d: ['one'] }
		],
		['nothing but a comment', '# a comment', {}],
		['nothing', '', {}]
	])('has %s, unlike YAML', async (_, block, said) => {
		expect(await keysIn(block)).toEqual(said);
	});

	test.each([
		['a line that is not a key', 'Dear diary'],
		['a line that is not a key, between keys', 'a: 1\nDear diary\nb: 2'],
		['a line that begins as no key can', 'a: 1\n@anna: I said so'],
		['a key of a hundred letters and one', `${'a'.repeat(101)}: 1`],
		['a key that is empty', ': 1'],
		['a key that is there twice', 'a: 1\na: 2'],
		['a key that is there twice, in two cases', 'Date: 1\ndate: 2'],
		['a key that is a list', '[a]: 1'],
		['a key with an anchor', '&a b: 1'],
		['a list', '- a'],
		['a list that is broken', '- a: "'],
		['two documents', 'a: 1\n--- b\nc: 2'],
		['a directive', '%YAML 1.1\na: 1']
	])('is text if its block has %s', async (_, block) => {
		expect(await keysIn(block)).toBeNull();
	});

	test('is text if it begins otherwise, or its block does not end', async () => {
		expect(await parseFrontMatter('--- \ntext')).toBeNull();
		expect(await parseFrontMatter('---\na: 1\n')).toBeNull();
		expect(await parseFrontMatter('---\na: 1\n ---\n----\n--- x\n')).toBeNull();
		expect(await parseFrontMatter('a: 1\n---\n')).toBeNull();
		expect(await parseFrontMatter(' ---\na: 1\n---\n')).toBeNull();
		const values = new Map([['a', '1']]);
		expect(await parseFrontMatter('---\na: 1\n---')).toEqual({ values, body: '' });
		expect(await parseFrontMatter('---\t\na: 1\n... \n\n---\nb')).toEqual({
			values,
			body: '\n---\nb'
		});
		expect(await parseFrontMatter('---\n---\nb')).toEqual({ values: new Map(), body: 'b' });
	});

	const text = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.lorem({ maxCount: 20 }),
		fc.stringMatching(/^[-#:,[\]{}&*!|>'"%@`? \n]{1,6}$/)
	);
	const list = fc.array(
		text.filter((one) => one !== ''),
		{ minLength: 1, maxLength: 4 }
	);
	const key = fc.stringMatching(/^[a-z_][a-z_ ]{0,11}[a-z]$/);
	const mapping = fc.dictionary(key, fc.oneof(text, list), { maxKeys: 6 });

	test('is read as a full reader of YAML reads it, in whatever style it is written', async () => {
		let same = 0;
		const settings = tries(1_000, 5);
		await fc.assert(
			fc.asyncProperty(
				mapping,
				fc.constantFrom('any', 'block', 'flow'),
				fc.constantFrom('BLOCK_FOLDED', 'BLOCK_LITERAL', 'PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
				fc.constantFrom(20, 80, 0),
				async (written, collectionStyle, defaultStringType, lineWidth) => {
					const style = { collectionStyle, defaultStringType, lineWidth } as const;
					const block = stringify(written, { ...style, defaultKeyType: 'PLAIN' }).replace(
						/\n$/,
						''
					);
					const meant = withoutEmptyItems(parsed(block));
					expect(await keysIn(block)).toEqual(meant);
					if (isDeepStrictEqual({ ...written }, meant)) same += 1;
				}
			),
			settings
		);
		// The library folds some texts so that it reads them otherwise itself.
		expect(same).toBeGreaterThan(settings.numRuns * 0.8);
	});

	test('is read back as it was written, and by other readers of YAML alike', async () => {
		await fc.assert(
			fc.asyncProperty(mapping, fc.string(), async (written, body) => {
				const block = writeFrontMatter(new Map(Object.entries(written)));
				const read = await parseFrontMatter(block + body);
				expect(read && Object.fromEntries(read.values)).toEqual({ ...written });
				expect(read?.body).toBe(body);
				const lines = block.split('\n').slice(1, -2);
				expect(parsed(lines.join('\n')) ?? {}).toEqual({ ...written });
			}),
			tries(400, 2)
		);
	});
});

describe('front matter beyond what it may be', () => {
	const items = (count: number): string => `a:\n${Array<string>(count).fill('  - x').join('\n')}`;

	test('is text: too many letters, too many tokens, too many levels', async () => {
		const long = (letters: number): string => `a: "${'x'.repeat(letters)}"`;
		expect(await keysIn(long(formatLimits.frontMatterLength - 5))).not.toBeNull();
		expect(await keysIn(long(formatLimits.frontMatterLength))).toBeNull();
		expect((await keysIn(items(20_000)))?.['a']).toHaveLength(20_000);
		expect(await keysIn(items(26_000))).toBeNull();
		for (const [open, close] of [
			['[', ']'],
			['{a: ', '}'],
			['- ', ''],
			['? ', ''],
			['a:\n', '']
		] as const) {
			const nested = (depth: number): string =>
				open.endsWith('\n')
					? Array.from({ length: depth }, (_, at) => ' '.repeat(at) + open).join('')
					: `a: ${open === '[' || open.startsWith('{') ? '' : '\n  '}${open.repeat(depth)}x${close.repeat(depth)}`;
			expect(await keysIn(nested(30)), open).toEqual({ a: null });
			expect(await keysIn(nested(200)), open).toBeNull();
		}
	});

	test.each([
		['lists that open', 'a: ', '['],
		['mappings that open', 'a: ', '{'],
		['both', 'a: ', '[{'],
		['items in items', 'a:\n  ', '- '],
		['keys of keys', '', '? '],
		['colons', '', ': '],
		['brackets that close nothing', 'a: ', ']'],
		['commas', 'a: [', ','],
		['keys that are none', '', '@: @\n'],
		['keys alike', '', 'a: 1\n'],
		['anchors', 'a: ', '&a '],
		['tags', 'a: ', '!t '],
		['aliases', 'b: &b x\na:\n', '  - *b\n'],
		['unknown escapes', 'a: "', '\\q'],
		['quotes', "a: '", "''"],
		['quotes that do not close', '', 'a: "\n'],
		['lists that do not close', '', 'a: [\n'],
		['empty lines', 'a: "', '\n'],
		['empty lines in a block', 'a: >\n', '\n'],
		['spaces', 'a: x', ' '],
		['comments', '', '#\n'],
		['blocks', '', 'a: |\n']
	])('is read or left alone in a moment: %s', async (_, begin, piece) => {
		const letters = runs(formatLimits.frontMatterLength - 100, 40);
		const block = begin + piece.repeat(Math.floor(letters / piece.length));
		const since = process.cpuUsage();
		await parseFrontMatter(`---\n${block}\n---\nThe body`);
		// Microseconds of the processor: far more than it takes, and far less than the square of the letters.
		expect(process.cpuUsage(since).user).toBeLessThan(1_000_000 + letters * 60);
	});

	test('takes no more than a moment with twenty thousand different keys, also where one is broken', async () => {
		const lines = Array.from({ length: 19_000 }, (_, at) => `k${at}: x`);
		for (const more of ['', '\nbroken: "']) {
			const since = process.cpuUsage();
			const keys = await keysIn(lines.join('\n') + more);
			expect(Object.keys(keys ?? {})).toHaveLength(more === '' ? 19_000 : 19_001);
			expect(process.cpuUsage(since).user).toBeLessThan(15_000_000);
		}
	});
});
