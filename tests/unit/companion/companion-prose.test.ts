import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseProse, writeProse } from '$lib/companion/prose';
import { parseCompanion } from '$lib/companion/companion';
import { tries } from '../../thorough';
import { anyText, pieces } from './arbitrary-companion';
import { sampleWith } from './sample';

/* Backslashes in a file: at the end of a line and at its beginning. */

const format = readFileSync(new URL('../../../docs/companion-format.md', import.meta.url), 'utf8');

/** Each: the lines as they stand in the file, and the paragraph that they are. */
const samples: [what: string, written: string, read: string][] = [
	['a backslash breaks the line', 'One\\\ntwo', 'One\ntwo'],
	['blanks before the break are dropped', 'One \\ \n  two', 'One\ntwo'],
	['no backslash joins with a space', 'One\\\ntwo\nthree', 'One\ntwo three'],
	['a pair is a backslash and no break', 'One\\\\\ntwo', 'One\\ two'],
	['a pair and one more are both', 'One\\\\\\\ntwo', 'One\\\ntwo'],
	['two pairs are two backslashes', 'One\\\\\\\\\ntwo', 'One\\\\ two'],
	['behind the last line there is nothing to break', 'One\\\ntwo\\', 'One\ntwo\\'],
	['a pair behind the last line is one', 'two\\\\', 'two\\'],
	['a pair and one more behind the last line are two', 'two\\\\\\', 'two\\\\'],
	['a line of a break alone adds nothing', 'One\\\n\\\n\\\ntwo', 'One\ntwo'],
	['a break before any words adds nothing', '\\\nOne', 'One'],
	['a break alone is kept as text', '\\', '\\'],
	['a pair alone is a backslash', '\\\\', '\\'],
	['an escaped heading is text', '\\# Not a heading', '# Not a heading'],
	['an escaped section is text', 'One\n\\## Two', 'One ## Two'],
	['an escaped prompts heading is text', '\\### Prompts', '### Prompts'],
	['an escaped dash is text', '\\- id: not-a-key', '- id: not-a-key'],
	['an escaped > is text', 'One\\\n\\> two', 'One\n> two'],
	['an escaped backslash is one', '\\\\One', '\\One'],
	['a backslash before anything else is itself', '\\One \\* two\\three', '\\One \\* two\\three'],
	['a blank before the backslash does not matter', '  \\# One', '# One']
];

describe.each([
	['a passage', 16, '', 'passage'],
	['a care note', 14, '> ', 'care']
] as const)('in %s', (_, line, before, key) => {
	test.each(samples)('%s', (_what, written, read) => {
		const text = sampleWith({ [line]: written.replaceAll(/^/gm, before) });
		const section = parseCompanion(text).companion.sections[0];
		expect(section?.[key]).toEqual(key === 'passage' ? [read] : read);
	});
});

test('reads the example of the format’s description', () => {
	const example = [...format.matchAll(/```markdown\n(.*?)```/gs)][1]?.[1] ?? '';
	expect(parseCompanion(sampleWith({ 16: example })).companion.sections[0]?.passage).toEqual([
		'The light comes in,\n- no one has asked it to -\n# and stays.',
		'- A paragraph that begins with a dash, and ends with a backslash: \\'
	]);
});

test('a backslash means nothing in a value or a prompt', () => {
	const { companion } = parseCompanion(
		sampleWith({ 4: 'title: \\# By\\\\', 10: '## \\- Light\\', 20: '- \\> What?\\\\' })
	);
	expect(companion.title).toBe('\\# By\\\\');
	expect(companion.sections[0]?.name).toBe('\\- Light\\');
	expect(companion.sections[0]?.prompts[0]?.text).toBe('\\> What?\\\\');
});

test('whatever lines are read, what is written of them is read as the same', () => {
	const row = fc
		.array(fc.constantFrom('\\', ...pieces), { maxLength: 6 })
		.map((all) => all.join(''));
	fc.assert(
		fc.property(fc.oneof(fc.array(row), fc.array(anyText)), (rows) => {
			const lines = rows.flatMap((one) => one.split('\n'));
			const text = parseProse(lines);
			expect(text.split('\n').every((line) => line.trim() === line)).toBe(true);
			expect(text).not.toContain('\n\n');
			expect(parseProse(writeProse(text))).toBe(text);
		}),
		tries(1_000)
	);
});

test('nearly a million backslashes are read before the test is out of time', () => {
	const many = '\\'.repeat(9_000);
	const text = sampleWith({ 16: `${`${many}a\n\n`.repeat(100)}${many}` });
	expect(parseCompanion(text).companion.sections[0]?.passage.at(-1)).toBe('\\'.repeat(4_499));
});
