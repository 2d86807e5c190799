import fc from 'fast-check';
import { depths, intents, stances, views, type Companion } from '$lib/companion/companion';

/** Pieces that mean something to the format, to white space or to Unicode. */
export const pieces = [
	...[
		'\\',
		'\\',
		'#',
		'-',
		'>',
		'##',
		'### Prompts',
		'---',
		'- id: a',
		' ',
		'a',
		'words',
		';',
		':'
	],
	...[
		'日本語',
		'שלום',
		'\u200Fעברית\u202B',
		'👩‍👩‍👧',
		'🇮🇪',
		'e\u0301',
		'\u200B',
		'\u2028',
		'\u00A0',
		'\u180E'
	]
];

/** Pieces that a person may paste, but that no tidy text has. */
const untidy = [
	'\n',
	'\n',
	'\n\n',
	'\r',
	'\r\n',
	'\t',
	'\0',
	'\v',
	'\u0085',
	'\u2029',
	'\uFEFF',
	'\uD800',
	'\uDC00',
	'\u001B'
];

/** Any text at all: sixteen-bit units in a row, or a row of the pieces above. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
	fc
		.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
		.map((units) => String.fromCharCode(...units)),
	fc.array(fc.constantFrom(...pieces, ...untidy), { maxLength: 20 }).map((some) => some.join(''))
);

/** Text that fits on one line, without the blanks at its ends that the format trims. */
function words(maxLength: number, unit: 'binary' | 'grapheme' = 'binary'): fc.Arbitrary<string> {
	return fc
		.oneof(
			fc.string({ unit, minLength: 1, maxLength: Math.floor(maxLength / 2) }),
			fc
				.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 })
				.map((some) => some.join(''))
		)
		.map((text) => text.replace(/[\r\n]/g, '').trim())
		.filter((text) => text !== '' && text.length <= maxLength);
}

/** Words of a finding, between whose bars no other may stand. */
const part = words(60).filter((text) => !text.includes('|'));

/** One line, or several. */
const paragraph = fc
	.array(words(150), { minLength: 1, maxLength: 4 })
	.map((lines) => lines.join('\n'));

const prompt = fc.record({
	id: fc.constant(''),
	text: words(200),
	stance: fc.constantFrom(...stances),
	depth: fc.constantFrom(...depths),
	intent: fc.constantFrom(...intents),
	view: fc.constantFrom(...views),
	left: fc.option(words(100)),
	why: fc.option(words(100)),
	finding: fc.option(fc.nat(9))
});

const finding = fc.record({
	id: fc.constant(''),
	title: part,
	said: part,
	sources: fc.array(
		part.filter((text) => !text.includes(';')),
		{ minLength: 1, maxLength: 3 }
	)
});

const section = fc.record({
	id: fc.constant(''),
	number: fc.constant(0),
	name: words(40, 'grapheme'),
	heading: fc.option(words(100)),
	passage: fc.array(paragraph, { minLength: 1, maxLength: 4 }),
	care: fc.option(paragraph),
	prompts: fc.array(prompt, { maxLength: 5 })
});

const id = fc.oneof(
	fc.stringMatching(/^[a-z][a-z0-9-]{0,63}$/),
	fc.constantFrom('constructor', 'prototype', 'valueof', 'a')
);

const whole = fc.record({
	id: fc.constant(''),
	title: words(100),
	language: fc.constantFrom('en', 'pt-BR', 'zh-Hant', 'de-CH-1996', 'en-x-own'),
	essay: fc.record({ title: words(100), author: words(100) }),
	findings: fc.array(finding, { maxLength: 4 }),
	sections: fc.array(section, { minLength: 1, maxLength: 5 })
});

type Drawn = typeof whole extends fc.Arbitrary<infer One> ? One : never;

/** Companions of every form that the format allows. */
export const companions: fc.Arbitrary<Companion> = whole.chain((drawn) => {
	const count = 1 + drawn.sections.reduce((sum, { prompts }) => sum + 1 + prompts.length, 0);
	return fc
		.uniqueArray(id, { minLength: count, maxLength: count })
		.map((ids) => withIds(drawn, ids));
});

function withIds(drawn: Drawn, ids: readonly string[]): Companion {
	const rest = [...ids];
	const next = (): string => rest.pop() ?? '';
	const findings = drawn.findings.map((one, index) => ({ ...one, id: `f-${index}` }));
	return {
		...drawn,
		id: next(),
		findings,
		sections: drawn.sections.map((one, index) => ({
			...one,
			id: next(),
			number: index + 1,
			prompts: one.prompts.map((each) => ({
				...each,
				id: next(),
				finding: each.finding === null ? null : (findings[each.finding]?.id ?? null)
			}))
		}))
	};
}

const anyId = fc.oneof(fc.constantFrom('', 'a', 'b'), anyText);

/** What stands in an editor: any text in any place, ids that are empty or stand twice. */
export const unfinished: fc.Arbitrary<Companion> = fc.record({
	id: anyId,
	title: anyText,
	language: anyText,
	essay: fc.record({ title: anyText, author: anyText }),
	findings: fc.array(
		fc.record({
			id: anyId,
			title: anyText,
			said: anyText,
			sources: fc.array(anyText, { maxLength: 2 })
		}),
		{ maxLength: 2 }
	),
	sections: fc.array(
		fc.record({
			id: anyId,
			number: fc.nat(3),
			name: anyText,
			heading: fc.option(anyText),
			passage: fc.array(anyText, { maxLength: 3 }),
			care: fc.option(anyText),
			prompts: fc.array(
				fc.record({
					...{ id: anyId, text: anyText, left: fc.option(anyText), why: fc.option(anyText) },
					stance: fc.constantFrom(...stances),
					depth: fc.constantFrom(...depths),
					intent: fc.constantFrom(...intents),
					view: fc.constantFrom(...views),
					finding: fc.option(anyId)
				}),
				{ maxLength: 3 }
			)
		}),
		{ maxLength: 3 }
	)
});
