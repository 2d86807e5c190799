import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CompanionError, parseCompanion } from '$lib/companion/companion';
import type { CompanionProblemCode } from '$lib/companion/companion-error';
import { sampleOf, sampleWith } from './sample';

const format = readFileSync(new URL('../../../docs/companion-format.md', import.meta.url), 'utf8');

/** What a text is refused for: line and code of each problem, in the order reported. */
function problems(text: string): [line: number, code: CompanionProblemCode][] {
	try {
		parseCompanion(text);
		return [];
	} catch (error) {
		if (!(error instanceof CompanionError)) throw error;
		return error.problems.map(({ line, code }) => [line, code]);
	}
}

const sections = (count: number): string =>
	Array.from({ length: count }, (_, n) => `## Part ${n}\n- id: part-${n}\n\nWords.\n`).join('\n');

const prompts = (count: number): string =>
	Array.from(
		{ length: count },
		(_, n) => `- Prompt ${n}\n  - id: p-${n}; stance: recent; depth: gentle; intent: feel\n`
	).join('');

const withPrompts = (count: number): string =>
	sampleOf(`## Part\n- id: part\n\nWords.\n\n### Prompts\n\n${prompts(count)}`);

describe('a good file', () => {
	test('reads the example of the format’s description', () => {
		const example = /```markdown\n(.*?)```/s.exec(format)?.[1] ?? '';
		expect(parseCompanion(example).companion).toEqual({
			id: 'by-the-window',
			title: 'By the window',
			language: 'en',
			essay: { title: 'A Chair by the Window', author: 'A. Writer' },
			sections: [
				{
					id: 'first-light',
					number: 1,
					name: 'First light',
					heading: 'The Morning After',
					passage: ['The first paragraph of the passage.', 'The second paragraph.'],
					care: 'A note that stands above this section’s prompts. Optional.'.replace('’', "'"),
					prompts: [
						{
							id: 'first-light-1',
							text: 'What could you hear before you got up?',
							stance: 'recent',
							depth: 'gentle',
							intent: 'notice',
							view: 'first'
						},
						{
							id: 'first-light-2',
							text: 'Describe the room as a guest would see it.',
							stance: 'looking-back',
							depth: 'deeper',
							intent: 'meaning',
							view: 'observer'
						}
					]
				}
			]
		});
	});

	test('says on which line each section and prompt begins', () => {
		expect([...parseCompanion(sampleWith()).lines]).toEqual([
			['first-light', 10],
			['hear', 20],
			['room', 22]
		]);
	});

	test('numbers the sections in their order', () => {
		const { companion } = parseCompanion(sampleOf(sections(3)));
		expect(companion.sections.map(({ id, number }) => [id, number])).toEqual([
			['part-0', 1],
			['part-1', 2],
			['part-2', 3]
		]);
	});

	test.each([
		['line ends of CR and LF', sampleWith().replaceAll('\n', '\r\n')],
		['a byte order mark', `\uFEFF${sampleWith()}`],
		['both', `\uFEFF${sampleWith().replaceAll('\n', '\r\n')}`],
		['a line end at the end', `${sampleWith()}\n`],
		['blanks at the ends of lines', sampleWith().replaceAll('\n', ' \t\n')]
	])('reads the same with %s', (_, text) => {
		expect(parseCompanion(text)).toEqual(parseCompanion(sampleWith()));
	});

	test('joins the lines of a paragraph, and of a care note, with a space', () => {
		const text = sampleWith({ 14: '> Take\n>\n>your\n> time.', 16: 'One\n  two\n- three\n\nFour' });
		expect(parseCompanion(text).companion.sections[0]).toMatchObject({
			care: 'Take your time.',
			passage: ['One two - three', 'Four']
		});
	});

	test('joins the lines of a long essay title', () => {
		const text = sampleWith({ 6: 'essay: A Chair: by\ntitle-less: no\nessay:  the Window ' });
		expect(problems(text)).toEqual([[7, 'unknown-key']]);
		const { companion } = parseCompanion(text.replace('title-less: no\n', ''));
		expect(companion.essay.title).toBe('A Chair: by the Window');
	});

	test('takes all behind the first colon as the value', () => {
		const { companion } = parseCompanion(
			sampleWith({ 4: 'title:Half past: nine', 12: '- heading: Grief: a "list", #1 --- [x](y)' })
		);
		expect(companion.title).toBe('Half past: nine');
		expect(companion.sections[0]?.heading).toBe('Grief: a "list", #1 --- [x](y)');
	});

	test('keeps Markdown and HTML of a passage as the characters they are', () => {
		const passage = [
			'*not* __strong__ `code` [a](javascript:alert(1)) ![b](c) &amp; <!-- d -->',
			'<script>alert(1)</script><img src=x onerror=alert(1)>',
			'#hashtag, 1. one, - a dash, | a | table |',
			'- id: not-a-key-here',
			'---'
		];
		const { companion } = parseCompanion(sampleWith({ 16: passage.join('\n\n') }));
		expect(companion.sections[0]?.passage).toEqual(passage);
	});

	test('lets a section be without heading, care note and prompts', () => {
		const { companion } = parseCompanion(sampleOf('## Part\n- id: part\nWords.'));
		expect(companion.sections).toEqual([
			{
				id: 'part',
				number: 1,
				name: 'Part',
				heading: null,
				passage: ['Words.'],
				care: null,
				prompts: []
			}
		]);
	});

	test('has its care note above or below the passage, and its keys above the passage', () => {
		const { companion } = parseCompanion(
			sampleOf('## Part\n> Care.\n- id: part\n\nWords.\n\n## Other\n- id: other\n\nWords.\n> Care.')
		);
		expect(companion.sections.map(({ care }) => care)).toEqual(['Care.', 'Care.']);
	});

	test('takes ids that are names of an object’s own members', () => {
		const text = sampleWith({ 3: 'id: constructor', 11: '- id: valueof' });
		const { companion, lines } = parseCompanion(text.replace('id: hear', 'id: prototype'));
		expect(companion.id).toBe('constructor');
		expect([...lines.keys()]).toEqual(['valueof', 'prototype', 'room']);
	});
});

type Refusal = [why: string, text: string, ...expected: [line: number, code: CompanionProblemCode][]];

const frontMatter: Refusal[] = [
	['is empty', '', [1, 'no-front-matter']],
	['begins with a blank line', `\n${sampleWith()}`, [1, 'no-front-matter']],
	['begins with an indented ---', ` ${sampleWith()}`, [1, 'no-front-matter']],
	['begins with a heading', sampleWith({ 1: '# By the window' }), [1, 'no-front-matter']],
	['has no second ---', sampleWith({ 8: null }), [1, 'no-front-matter']],
	['closes with more than ---', sampleWith({ 8: '----' }), [1, 'no-front-matter']],
	['is of version 2', sampleWith({ 2: 'companion: 2' }), [2, 'unsupported-version']],
	['is of version 1.0', sampleWith({ 2: 'companion: 1.0' }), [2, 'unsupported-version']],
	['names no version', sampleWith({ 2: null }), [1, 'missing-key']],
	['has no id', sampleWith({ 3: null }), [1, 'missing-key']],
	['has no title', sampleWith({ 4: null }), [1, 'missing-key']],
	['has no language', sampleWith({ 5: null }), [1, 'missing-key']],
	['has no essay', sampleWith({ 6: null }), [1, 'missing-key']],
	['has no author', sampleWith({ 7: null }), [1, 'missing-key']],
	['has a key of its own', sampleWith({ 7: 'author: A\nyear: 1990' }), [8, 'unknown-key']],
	['writes a key large', sampleWith({ 7: 'author: A\nTitle: A' }), [8, 'unknown-key']],
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
	['has no language tag', sampleWith({ 5: 'language: the English one' }), [5, 'bad-value']],
	['writes a tag with _', sampleWith({ 5: 'language: pt_BR' }), [5, 'bad-value']],
	['has two languages', sampleWith({ 5: 'language: en, de' }), [5, 'bad-value']],
	['has a title too long', sampleWith({ 4: `title: ${'a'.repeat(501)}` }), [4, 'bad-value']],
	['has an author too long', sampleWith({ 7: `author: ${'a'.repeat(501)}` }), [7, 'bad-value']],
	[
		'has an essay title too long in all',
		sampleWith({ 6: `essay: ${'a'.repeat(300)}\nessay: ${'a'.repeat(200)}` }),
		[6, 'bad-value']
	]
];

const inSections: Refusal[] = [
	['has no section', sampleOf('\n'), [1, 'no-sections']],
	['has text before its sections', sampleWith({ 9: 'Words.' }), [9, 'misplaced-line']],
	['has a title heading', sampleWith({ 9: '# By the window' }), [9, 'misplaced-line']],
	['has prompts before its sections', sampleWith({ 9: '### Prompts' }), [9, 'misplaced-line']],
	['has a section without a name', sampleWith({ 10: '##' }), [10, 'bad-value']],
	['has a blank name', sampleWith({ 10: '##  ' }), [10, 'bad-value']],
	['has a name too long', sampleWith({ 10: `## ${'a'.repeat(41)}` }), [10, 'bad-value']],
	['has a section without an id', sampleWith({ 11: null }), [10, 'missing-key']],
	['has an empty section id', sampleWith({ 11: '- id:' }), [11, 'bad-value']],
	['has an empty heading', sampleWith({ 12: '- heading:' }), [12, 'bad-value']],
	[
		'has a heading too long',
		sampleWith({ 12: `- heading: ${'a'.repeat(501)}` }),
		[12, 'bad-value']
	],
	['has an unknown key', sampleWith({ 12: '- number: 1' }), [12, 'unknown-key']],
	['has a prompt’s key', sampleWith({ 12: '- stance: recent' }), [12, 'unknown-key']],
	['has the section key __proto__', sampleWith({ 12: '- __proto__: a' }), [12, 'unknown-key']],
	['has a section’s id twice', sampleWith({ 12: '- id: other' }), [12, 'repeated-key']],
	['has two headings', sampleWith({ 13: '- heading: B' }), [13, 'repeated-key']],
	['has a key without a colon', sampleWith({ 12: '- heading' }), [12, 'misplaced-line']],
	['has a dash alone', sampleWith({ 12: '-' }), [12, 'misplaced-line']],
	['has a list before its passage', sampleWith({ 15: '- words' }), [15, 'misplaced-line']],
	['has two care notes', sampleWith({ 15: '\n> Another.' }), [16, 'repeated-key']],
	['has a care note of nothing', sampleWith({ 14: '>' }), [14, 'bad-value']],
	['has another heading', sampleWith({ 16: 'Words.\n### Notes' }), [17, 'misplaced-line']],
	['writes prompts small', sampleWith({ 16: 'Words.\n### prompts' }), [17, 'misplaced-line']],
	['has a large heading in it', sampleWith({ 16: 'Words.\n# Words' }), [17, 'misplaced-line']],
	['has a deep heading in it', sampleWith({ 16: 'Words.\n######' }), [17, 'misplaced-line']],
	['has a care note alone', sampleWith({ 16: null }), [10, 'no-passage']],
	['has a section of nothing', sampleOf('## A\n- id: a\n## B\n- id: b\n\nB'), [9, 'no-passage']],
	[
		'has its passage behind its prompts',
		sampleWith({ 16: null, 23: 'The passage.' }),
		[10, 'no-passage'],
		[19, 'missing-key'],
		[19, 'missing-key'],
		[19, 'missing-key'],
		[19, 'missing-key'],
		[20, 'misplaced-line']
	].slice(0, 2) as Refusal
];

