import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrontMatter } from '$lib/formats/front-matter';
import { frontMatter } from '$lib/formats/front-matter-out';
import { tries } from '../../thorough';

/** What the keys between the lines say. */
function keysOf(...lines: string[]): Record<string, string | string[] | null> | null {
	const read = readFrontMatter(['---', ...lines, '---', 'The body'].join('\n'));
	if (read) expect(read.body).toBe('The body');
	return read && Object.fromEntries(read.keys);
}

test.each<[what: string, line: string, said: string | null]>([
	['a plain word', 'key: word', 'word'],
	['words with signs within', "key: it's a day#1, 50% [yes]!", "it's a day#1, 50% [yes]!"],
	['a comment', 'key: word # not this', 'word'],
	['nothing but a comment', 'key: # not this', ''],
	['nothing', 'key:', ''],
	['a date', 'key: 2024-02-01T14:30:00', '2024-02-01T14:30:00'],
	['what would be a truth', 'key: no', 'no'],
	['what would be an octal', 'key: 0777', '0777'],
	['double quotes', 'key: "a \\"b\\" \\u00e9\\x41\\n\\/ # c" # comment', 'a "b" éA\n/ # c'],
	['a pair of halves', 'key: "\\ud83d\\ude00"', '😀'],
	['single quotes', "key: 'it''s # fine'", "it's # fine"],
	['an address', 'key: https://example.org/a#b', 'https://example.org/a#b'],
	['an unknown escape', 'key: "\\q"', null],
	['a quote that is not closed', 'key: "word', null],
	['more behind a quote', 'key: "word" more', null],
	['an anchor', 'key: &a word', null],
	['an alias', 'key: *a', null],
	['a type', 'key: !!js/function "x"', null],
	['a map', 'key: { a: 1 }', null],
	['a pair within', 'key: a: b', null]
])('reads %s', (_, line, said) => {
	expect(keysOf(line)).toEqual({ key: said });
});

test('reads lists in both forms, blocks of lines, and values that go on', () => {
	expect(
		keysOf(
			'list:',
			'  - one',
			'- "two: 2"',
			'',
			'  -',
			'  # a comment',
			"  - 'three'",
			'flow: [ a b, "c, d", \'e\', ]',
			'none: []',
			'block: |',
			'  first',
			'    second',
			'',
			'  third',
			'folded: >-',
			'  one',
			'  line',
			'',
			'  another',
			'long: a value',
			'  that goes on',
			'map:',
			'  a: 1',
			'deep:',
			'  - a: 1',
			'Title Case Key: x',
			'"quoted key": y'
		)
	).toEqual({
		list: ['one', 'two: 2', 'three'],
		flow: ['a b', 'c, d', 'e'],
		none: [],
		block: 'first\n  second\n\nthird\n',
		folded: 'one line\nanother',
		long: 'a value that goes on',
		map: null,
		deep: null,
		'title case key': 'x',
		'quoted key': 'y'
	});
});

test.each([
	['a line that is no key', ['Dear diary']],
	['a key that stands twice', ['a: 1', 'a: 2']],
	['a list without a key', ['- a']]
])('takes a block with %s for text', (_, lines) => {
	expect(keysOf(...lines)).toBeNull();
});

test('takes a text for text that begins with a line, or whose block does not end', () => {
	expect(readFrontMatter('--- \ntext')).toBeNull();
	expect(readFrontMatter('---\na: 1\n')).toBeNull();
	expect(readFrontMatter('a: 1\n---\n')).toBeNull();
	expect(readFrontMatter(' ---\na: 1\n---\n')).toBeNull();
	expect(readFrontMatter('---\na: 1\n---')).toEqual({ keys: new Map([['a', '1']]), body: '' });
});

test('reads back any text that it wrote', () => {
	const value = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 4 })
	);
	const keys = fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), value, { maxKeys: 6 });
	fc.assert(
		fc.property(keys, fc.string(), (written, body) => {
			const read = readFrontMatter(frontMatter(new Map(Object.entries(written))) + body);
			expect(read && Object.fromEntries(read.keys)).toEqual({ ...written });
			expect(read?.body).toBe(body);
		}),
		tries(200, 1)
	);
}, 30_000);
