import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCompanion, tidyLine, tidyPassage, writeCompanion } from '$lib/companion/companion';
import { tries } from '../../thorough';
import { anyText } from './arbitrary-companion';
import { sampleWith } from './sample';

const { companion: sample } = parseCompanion(sampleWith());

/** As it comes back from a file, through the bytes that a file is. */
function filed(change: (section: (typeof sample.sections)[number]) => object): typeof sample {
	const sections = sample.sections.map((section) => ({ ...section, ...change(section) }));
	const bytes = new TextEncoder().encode(writeCompanion({ ...sample, sections }));
	return parseCompanion(new TextDecoder().decode(bytes)).companion;
}

test.each([
	['nothing', '', []],
	['white space', ' \n\t\n\u00A0', []],
	['a line', ' One. ', ['One.']],
	['two lines', 'One,\n  two.', ['One,\ntwo.']],
	['two paragraphs', 'One.\n\nTwo.', ['One.', 'Two.']],
	['paragraphs between blank lines', '\n\n\nOne.\n \n\t\n\nTwo.\n\n', ['One.', 'Two.']],
	['line ends of CR and LF', 'One,\r\ntwo.\r\n\r\nThree.', ['One,\ntwo.', 'Three.']],
	['line ends of CR', 'One,\rtwo.\r\rThree.', ['One,\ntwo.', 'Three.']],
	['other line ends', 'a\u2028b\u0085c\vd\fe', ['a\nb\nc\nd\ne']],
	['a paragraph separator', 'One.\u2029Two.', ['One.', 'Two.']],
	['control characters', 'O\0n\u001Be\u007F.\n\0\nTwo.\tThree.', ['One.', 'Two. Three.']],
	['byte order marks', '\uFEFFOne\uFEFF.', ['One.']],
	['halves of characters', 'One\uD800.\uDC00 \uDE00\uD83D', ['One.']],
	['whole ones', '👩‍👩‍👧 \u200Fשלום\u200F e\u0301 日本', ['👩‍👩‍👧 \u200Fשלום\u200F e\u0301 日本']],
	['blanks inside a line', 'a  b\u00A0c', ['a  b\u00A0c']],
	['what means something', '# a\n- b\\\n\n> c', ['# a\n- b\\', '> c']]
])('of %s', (_, typed, expected) => {
	expect(tidyPassage(typed)).toEqual(expected);
});

test('cuts nothing off a paragraph that is too long', () => {
	expect(tidyPassage('a'.repeat(30_000))).toEqual(['a'.repeat(30_000)]);
});

test('any text is read back from a file as it was tidied', () => {
	fc.assert(
		fc.property(anyText, (typed) => {
			const passage = [...tidyPassage(typed), 'Words.'];
			const care = tidyPassage(typed).join('\n') || null;
			expect(filed(() => ({ passage, care })).sections[0]).toMatchObject({ passage, care });
		}),
		tries(1_000)
	);
});

test('a tidy text is left as it is', () => {
	fc.assert(
		fc.property(anyText, (typed) => {
			const passage = tidyPassage(typed);
			expect(tidyPassage(passage.join('\n\n'))).toEqual(passage);
			expect(tidyLine(tidyLine(typed))).toBe(tidyLine(typed));
		}),
		tries(1_000)
	);
});

test.each([
	['blanks', '  A   chair \t by\n\n the window ', 'A chair by the window'],
	['line ends of all kinds', 'a\r\nb\rc\u2028d\u2029e\u0085f', 'a b c d e f'],
	['control characters', 'A\0 \u001B chair\u007F', 'A chair'],
	['halves of characters and byte order marks', '\uFEFFA\uD800 \uFEFF chair', 'A chair'],
	['a no-break space that stands alone', 'Qui\u00A0?', 'Qui\u00A0?'],
	['nothing', ' \n ', '']
])('a line with %s', (_, typed, expected) => {
	expect(tidyLine(typed)).toBe(expected);
});

test('any tidied line is read back from a file as it was', () => {
	fc.assert(
		fc.property(anyText, (typed) => {
			const line = tidyLine(typed) || 'Words';
			const { sections } = filed(({ prompts }) => ({
				heading: line,
				prompts: prompts.map((one) => ({ ...one, text: line, left: line, why: line }))
			}));
			expect(sections[0]?.heading).toBe(line);
			expect(sections[0]?.prompts[1]).toMatchObject({ text: line, left: line, why: line });
		}),
		tries(500, 1)
	);
});
