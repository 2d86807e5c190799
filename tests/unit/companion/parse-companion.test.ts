import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseCompanion } from '$lib/companion/companion';
import { sampleOf, sampleWith } from './sample';

const format = readFileSync(new URL('../../../docs/companion-format.md', import.meta.url), 'utf8');

const sections = (count: number): string =>
	Array.from({ length: count }, (_, n) => `## Part ${n}\n- id: part-${n}\n\nWords.\n`).join('\n');

test('the parser reads the example of the format’s description', () => {
	const example = /```markdown\n(.*?)```/s.exec(format)?.[1] ?? '';
	expect(parseCompanion(example).companion).toEqual({
		id: 'by-the-window',
		title: 'By the window',
		language: 'en',
		essay: { title: 'A Chair by the Window', author: 'A. Writer' },
		findings: [
			{
				id: 'from-afar',
				title: 'Seeing it from a little way off',
				said: 'In two studies people who looked from further away felt a little lighter.',
				sources: ['A. Researcher, 2012, A Journal', 'B. Researcher, 2015, Another']
			}
		],
		sections: [
			{
				id: 'first-light',
				number: 1,
				name: 'First light',
				heading: 'The Morning After',
				passage: ['The first paragraph of the passage.', 'The second paragraph.'],
				care: "A note that stands above this section's prompts. Optional.",
				prompts: [
					{
						id: 'first-light-1',
						text: 'What could you hear before you got up?',
						stance: 'recent',
						depth: 'gentle',
						intent: 'notice',
						view: 'first',
						left: null,
						why: null,
						finding: null
					},
					{
						id: 'first-light-2',
						text: 'Describe the room as a guest would see it.',
						stance: 'looking-back',
						depth: 'deeper',
						intent: 'meaning',
						view: 'observer',
						left: 'Describe the room as it was without you, as a guest would see it.',
						why: 'A guest sees the chairs first; some find that easier to begin with.',
						finding: 'from-afar'
					}
				]
			}
		]
	});
});

test('the parser says on which line each section and prompt begins', () => {
	expect([...parseCompanion(sampleWith()).lines]).toEqual([
		['first-light', 10],
		['hear', 20],
		['room', 22]
	]);
});

test('the parser numbers the sections in their order', () => {
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
])('the parser reads the same with %s', (_, text) => {
	expect(parseCompanion(text)).toEqual(parseCompanion(sampleWith()));
});

test('the parser joins the lines of a paragraph, and of a care note, with a space', () => {
	const text = sampleWith({ 14: '> Take\n>\n>your\n> time.', 16: 'One\n  two\n- three\n\nFour' });
	expect(parseCompanion(text).companion.sections[0]).toMatchObject({
		care: 'Take your time.',
		passage: ['One two - three', 'Four']
	});
});

test('the parser joins the lines of a long essay title', () => {
	const { companion } = parseCompanion(
		sampleWith({ 6: 'essay: A Chair: by', 7: 'author: A. Writer\nessay:  the Window ' })
	);
	expect(companion.essay.title).toBe('A Chair: by the Window');
});

test('the parser takes all behind the first colon as the value', () => {
	const { companion } = parseCompanion(
		sampleWith({ 4: 'title:Half past: nine', 12: '- heading: Grief: a "list", #1 --- [x](y)' })
	);
	expect(companion.title).toBe('Half past: nine');
	expect(companion.sections[0]?.heading).toBe('Grief: a "list", #1 --- [x](y)');
});

test('the parser keeps Markdown and HTML of a passage as the characters they are', () => {
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

test('the parser lets a section be without heading, care note and prompts', () => {
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

test('the parser has its care note above or below the passage, and its keys above the passage', () => {
	const { companion } = parseCompanion(
		sampleOf('## Part\n> Care.\n- id: part\n\nWords.\n\n## Other\n- id: other\n\nWords.\n> Care.')
	);
	expect(companion.sections.map(({ care }) => care)).toEqual(['Care.', 'Care.']);
});

test('the parser takes ids that are names of an object’s own members', () => {
	const text = sampleWith({ 3: 'id: constructor', 11: '- id: valueof' });
	const { companion, lines } = parseCompanion(text.replace('id: hear', 'id: prototype'));
	expect(companion.id).toBe('constructor');
	expect([...lines.keys()]).toEqual(['valueof', 'prototype', 'room']);
});
