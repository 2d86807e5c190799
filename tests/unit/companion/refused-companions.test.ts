import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CompanionError, parseCompanion } from '$lib/companion/companion';
import { problemsOf, type Problem } from './problems';
import { sampleOf, sampleWith } from './sample';

const format = readFileSync(new URL('../../../docs/companion-format.md', import.meta.url), 'utf8');

type Refused = [why: string, text: string, ...expected: Problem[]];

const tables: Record<string, Refused[]> = {
	'a file that': [
		['is empty', '', [1, 'no-front-matter']],
		['is blank', '\n \n\t\n', [1, 'no-front-matter']],
		['begins with a blank line', `\n${sampleWith()}`, [1, 'no-front-matter']],
		['begins with an indented ---', ` ${sampleWith()}`, [1, 'no-front-matter']],
		['begins with a heading', sampleWith({ 1: '# By the window' }), [1, 'no-front-matter']],
		['begins with two byte order marks', `\uFEFF\uFEFF${sampleWith()}`, [1, 'no-front-matter']],
		['has no second ---', sampleWith({ 8: null }), [1, 'no-front-matter']],
		['closes its front matter with ----', sampleWith({ 8: '----' }), [1, 'no-front-matter']],
		['ends its lines with CR', sampleWith().replaceAll('\n', '\r'), [1, 'no-front-matter']],
		['holds dashes alone', '-'.repeat(50), [1, 'no-front-matter']],
		['has no section', sampleOf('\n'), [1, 'no-sections']],
		['has text before its sections', sampleWith({ 9: 'Words.' }), [9, 'misplaced-line']],
		['has a heading of the first level', sampleWith({ 9: '# Title' }), [9, 'misplaced-line']],
		['has prompts before its sections', sampleWith({ 9: '### Prompts' }), [9, 'misplaced-line']]
	],
	'front matter that': [
		['has half a finding', sampleWith({ 7: 'author: A\nfinding: a | b | c' }), [8, 'bad-value']],
		[
			'has a finding of no source',
			sampleWith({ 7: 'author: A\nfinding: a | b | c |' }),
			[8, 'bad-value']
		],
		[
			'has a finding of no id',
			sampleWith({ 7: 'author: A\nfinding: A | b | c | d' }),
			[8, 'bad-value']
		],
		[
			'has a finding twice',
			sampleWith({ 7: 'author: A\nfinding: a | b | c | d\nfinding: a | b | c | d' }),
			[9, 'repeated-id']
		],
		['is of version 2', sampleWith({ 2: 'companion: 2' }), [2, 'unsupported-version']],
		['is of version 1.0', sampleWith({ 2: 'companion: 1.0' }), [2, 'unsupported-version']],
		['has no version', sampleWith({ 2: null }), [1, 'missing-key']],
		['has no id', sampleWith({ 3: null }), [1, 'missing-key']],
		['has no title', sampleWith({ 4: null }), [1, 'missing-key']],
		['has no language', sampleWith({ 5: null }), [1, 'missing-key']],
		['has no essay', sampleWith({ 6: null }), [1, 'missing-key']],
		['has no author', sampleWith({ 7: null }), [1, 'missing-key']],
		['has another key', sampleWith({ 7: 'author: A\nyear: 1990' }), [8, 'unknown-key']],
		['has a key in capitals', sampleWith({ 7: 'author: A\nTitle: A' }), [8, 'unknown-key']],
		['has the key __proto__', sampleWith({ 7: 'author: A\n__proto__: A' }), [8, 'unknown-key']],
		['has the key constructor', sampleWith({ 7: 'author: A\nconstructor: A' }), [8, 'unknown-key']],
		['has its title twice', sampleWith({ 7: 'author: A\ntitle: B' }), [8, 'repeated-key']],
		['has its id twice', sampleWith({ 7: 'author: A\nid: by-the-window' }), [8, 'repeated-key']],
		['has a line without a colon', sampleWith({ 7: 'author: A\nwords' }), [8, 'misplaced-line']],
		['has a line without a key', sampleWith({ 7: 'author: A\n : words' }), [8, 'misplaced-line']],
		['has an empty version', sampleWith({ 2: 'companion:' }), [2, 'bad-value']],
		['has an empty id', sampleWith({ 3: 'id:' }), [3, 'bad-value']],
		['has an empty title', sampleWith({ 4: 'title:  ' }), [4, 'bad-value']],
		['has an empty language', sampleWith({ 5: 'language:' }), [5, 'bad-value']],
		['has an empty essay', sampleWith({ 6: 'essay:' }), [6, 'bad-value']],
		['has an empty first line of essay', sampleWith({ 6: 'essay:\nessay: A' }), [6, 'bad-value']],
		['has an empty last line of essay', sampleWith({ 6: 'essay: A\nessay:' }), [7, 'bad-value']],
		['has an empty author', sampleWith({ 7: 'author:' }), [7, 'bad-value']],
		['has no language tag', sampleWith({ 5: 'language: the English one' }), [5, 'bad-value']],
		['has a tag with _', sampleWith({ 5: 'language: pt_BR' }), [5, 'bad-value']],
		['has two languages', sampleWith({ 5: 'language: en, de' }), [5, 'bad-value']]
	],
	'a section that': [
		['has no name', sampleWith({ 10: '##' }), [10, 'bad-value']],
		['has a blank name', sampleWith({ 10: '##   ' }), [10, 'bad-value']],
		['has no id', sampleWith({ 11: null }), [10, 'missing-key']],
		['has an empty id', sampleWith({ 11: '- id:' }), [11, 'bad-value']],
		['has an empty heading', sampleWith({ 12: '- heading:' }), [12, 'bad-value']],
		['has another key', sampleWith({ 12: '- number: 1' }), [12, 'unknown-key']],
		['has a key of a prompt', sampleWith({ 12: '- stance: recent' }), [12, 'unknown-key']],
		['has the key __proto__', sampleWith({ 12: '- __proto__: a' }), [12, 'unknown-key']],
		['has its id twice', sampleWith({ 12: '- id: other' }), [12, 'repeated-key']],
		['has two headings', sampleWith({ 13: '- heading: B' }), [13, 'repeated-key']],
		['has a key without a colon', sampleWith({ 12: '- heading' }), [12, 'misplaced-line']],
		['has a dash alone among its keys', sampleWith({ 12: '-' }), [12, 'misplaced-line']],
		['has a list above its passage', sampleWith({ 15: '- words' }), [15, 'misplaced-line']],
		['has two care notes', sampleWith({ 15: '\n> Another.' }), [16, 'repeated-key']],
		['has a care note with no words', sampleWith({ 14: '>' }), [14, 'bad-value']],
		['has another heading', sampleWith({ 16: 'Words.\n### Notes' }), [17, 'misplaced-line']],
		['has prompts in small letters', sampleWith({ 17: '### prompts' }), [17, 'misplaced-line']],
		['has a large heading in it', sampleWith({ 17: '# Words' }), [17, 'misplaced-line']],
		['has a small heading in it', sampleWith({ 17: '######' }), [17, 'misplaced-line']],
		['has no passage', sampleWith({ 16: null }), [10, 'no-passage']],
		['has nothing', sampleOf('## A\n- id: a\n## B\n- id: b\nB'), [9, 'no-passage']],
		['has prompts twice', sampleWith({ 19: '### Prompts' }), [19, 'repeated-key']],
		['has the id of the companion', sampleWith({ 11: '- id: by-the-window' }), [11, 'repeated-id']],
		[
			'has the id of another',
			sampleOf('## A\n- id: a\n\nA\n\n## B\n- heading: B\n- id: a\n\nB'),
			[16, 'repeated-id']
		]
	],
	'a prompt that': [
		['has no words', sampleWith({ 20: '-' }), [20, 'bad-value']],
		[
			'has no id',
			sampleWith({ 21: '  - stance: recent; depth: gentle; intent: feel' }),
			[20, 'missing-key']
		],
		[
			'has no stance',
			sampleWith({ 21: '  - id: hear; depth: gentle; intent: feel' }),
			[20, 'missing-key']
		],
		[
			'has no depth',
			sampleWith({ 21: '  - id: hear; stance: recent; intent: feel' }),
			[20, 'missing-key']
		],
		[
			'has no intent',
			sampleWith({ 21: '  - id: hear; stance: recent; depth: gentle' }),
			[20, 'missing-key']
		],
		[
			'has no attributes',
			sampleWith({ 21: null }),
			[20, 'missing-key'],
			[20, 'missing-key'],
			[20, 'missing-key'],
			[20, 'missing-key']
		],
		['has another key', attributes('weight: 1'), [21, 'unknown-key']],
		['has a key of a section', attributes('heading: A'), [21, 'unknown-key']],
		['has the key __proto__', attributes('__proto__: a'), [21, 'unknown-key']],
		['has its id twice', attributes('id: hear'), [21, 'repeated-key']],
		['has a view of no kind', attributes('view: sideways'), [21, 'bad-value']],
		['has an empty view', attributes('view:'), [21, 'bad-value']],
		['has a view in capitals', attributes('view: Friend'), [21, 'bad-value']],
		['has a semicolon too many', attributes(''), [21, 'misplaced-line']],
		['has an attribute without a colon', attributes('view friend'), [21, 'misplaced-line']],
		['has an unknown stance', prompt({ stance: 'undecided' }), [21, 'bad-value']],
		['has an empty stance', prompt({ stance: '' }), [21, 'bad-value']],
		['has an unknown depth', prompt({ depth: 'deep' }), [21, 'bad-value']],
		['has an unknown intent', prompt({ intent: 'constructor' }), [21, 'bad-value']],
		['has an empty id', prompt({ id: '' }), [21, 'bad-value']],
		['has the id of its section', prompt({ id: 'first-light' }), [21, 'repeated-id']],
		['has the id of another prompt', prompt({ id: 'room' }), [23, 'repeated-id']],
		[
			'goes on on the next line',
			sampleWith({ 22: 'Describe\nthe room.' }),
			[22, 'misplaced-line'],
			[23, 'misplaced-line'],
			[24, 'misplaced-line']
		],
		[
			'has two lines of attributes',
			sampleWith({ 22: '  - view: friend\n- The room.' }),
			[22, 'misplaced-line']
		],
		['leans on a finding that is not there', attributes('finding: x'), [21, 'bad-value']],
		['says twice why', prompt({}, '\n  - why: a\n  - why: b'), [23, 'repeated-key']],
		['says why with no words', prompt({}, '\n  - why:'), [22, 'bad-value']],
		['comes behind its attributes', sampleWith({ 19: '  - id: early' }), [19, 'misplaced-line']],
		['has a note above it', sampleWith({ 19: '> Take care.' }), [19, 'misplaced-line']],
		['has a numbered list', sampleWith({ 19: '1. What?' }), [19, 'misplaced-line']]
	],
	'an id that': [
		...[
			['is in capitals', 'Hear'],
			['begins with a digit', '1-hear'],
			['begins with a hyphen', '-hear'],
			['has a blank in it', 'to hear'],
			['has an underscore', 'to_hear'],
			['is __proto__', '__proto__'],
			['has letters of another script', 'hör'],
			['has a NUL in it', 'he\0ar'],
			['has half a character in it', 'he\uD800ar'],
			['is a path', '../hear']
		].map(([why = '', id = '']): Refused => [why, prompt({ id }), [21, 'bad-value']]),
		['is no id of a section', sampleWith({ 11: '- id: First light' }), [11, 'bad-value']],
		['is no id of a companion', sampleWith({ 3: 'id: By the window' }), [3, 'bad-value']]
	]
};

/** The sample with one more attribute on line 21. */
function attributes(more: string): string {
	return sampleWith({
		21: `  - id: hear; stance: recent; depth: gentle; intent: notice; ${more}`
	});
}

/** The sample with an attribute of line 21 that says something else. */
function prompt(change: Record<string, string>, more = ''): string {
	const all = { id: 'hear', stance: 'recent', depth: 'gentle', intent: 'notice', ...change };
	const pairs = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
	return sampleWith({ 21: `  - ${pairs.join('; ')}${more}` });
}

describe.each(Object.entries(tables))('%s', (_, table) => {
	test.each(table)('%s is refused', (_why, text, ...expected) => {
		expect(problemsOf(text)).toEqual(expected);
	});
});

test('every code of the format’s description but too-large is in these tables', () => {
	const described = [...format.matchAll(/^\| `([a-z-]+)`\s+\| /gm)].map(([, code]) => code);
	const codes = described.slice(described.indexOf('too-large') + 1);
	const tried = Object.values(tables).flatMap((table) =>
		table.flatMap(([, , ...expected]) => expected.map(([, code]) => code))
	);
	expect(codes).toHaveLength(10);
	expect([...new Set(tried)].sort()).toEqual([...codes].sort());
});

test('a file with several faults has all of them named, in the order of the lines', () => {
	const text = sampleWith({
		4: 'title:',
		5: 'tongue: en',
		9: 'Words.',
		12: '- id: hear',
		16: null,
		20: `- ${'a'.repeat(501)}`,
		23: '  - id: hear; stance: never; depth: deeper'
	});
	expect(problemsOf(text)).toEqual([
		[1, 'missing-key'],
		[4, 'bad-value'],
		[5, 'unknown-key'],
		[9, 'misplaced-line'],
		[10, 'no-passage'],
		[12, 'repeated-key'],
		[19, 'bad-value'],
		[21, 'missing-key'],
		[22, 'bad-value'],
		[22, 'repeated-id']
	]);
});

test('the lines are counted as an editor counts them', () => {
	const text = `\uFEFF${sampleWith({ 22: 'Words.' }).replaceAll('\n', '\r\n')}`;
	expect(problemsOf(text)[0]).toEqual([22, 'misplaced-line']);
});

test('an error names every line with a sentence', () => {
	const read = (): unknown => parseCompanion(sampleWith({ 4: 'title:', 9: 'Words.' }));
	expect(read).toThrow(CompanionError);
	expect(read).toThrow(
		'line 4: “title” has no value.\nline 9: “Words.” stands before the first section.'
	);
});

test('one fault in the last line is enough for nothing to be read', () => {
	const text = sampleWith();
	expect(problemsOf(text)).toEqual([]);
	expect(() => parseCompanion(`${text}\nmore`)).toThrow(CompanionError);
});
