import fc from 'fast-check';
import { depths, stances } from '$lib/companion/vocabulary';
import { isAnswered } from '$lib/model/check-in';
import { steps } from '$lib/model/vocabulary';
import type { Entry } from '$lib/model/entry';
import { letterKinds } from '$lib/model/vocabulary';
import { momentInZone } from '$lib/formats/dates/time-zone';

/** Zones with odd distances, with two clocks a year, and on either side of the date line. */
const zones = [
	...['UTC', 'Europe/Lisbon', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'],
	...['Pacific/Apia', 'America/St_Johns', 'Pacific/Kiritimati', 'Etc/GMT+12', 'Africa/Monrovia']
];

const moment = fc
	.tuple(
		fc.integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2150, 0, 1) }),
		fc.constantFrom(...zones)
	)
	.map(([at, zone]) => momentInZone(at, zone));

const id = fc.stringMatching(/^[0-9a-f]{32}$/);

/** Any text that can be put into UTF-8, and lines that other formats would take for their own. */
const anyText = fc.oneof(
	{ weight: 3, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }) },
	{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }) },
	{
		weight: 3,
		arbitrary: fc
			.array(
				fc.constantFrom(
					...['---', '...', '# 2024-01-31', '[2024-01-31 10:00] Title', '2024-01-31 10:00 A'],
					...['###### Why?', '', ' ', '- a', '```', '`x`', '\\.', '\\\\', '*', '**b**', 'id: 1'],
					...[
						'![](dayone-moment://AB)',
						'<b>&amp;</b>',
						'\ufffc',
						'a\rb',
						'\u2028',
						'"',
						"'",
						'{',
						'[{'
					],
					...[
						'שלום',
						'日記',
						'é',
						'🙂',
						'\t',
						'\0',
						'\ufeff',
						'***',
						'=cmd()',
						'@tag',
						'31 January 2024'
					]
				),
				{ minLength: 1, maxLength: 12 }
			)
			.map((lines) => lines.join('\n'))
	}
);

/** What a page may have on it: a word at least. */
const text = anyText.filter((one) => one.trim() !== '');

/** A name in one line, as a field with one line lets one write. */
const line = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
	.map((one) => one.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '').trim())
	.filter((one) => one !== '');

const step = fc.option(fc.constantFrom(...steps));
const checkIn = fc
	.option(fc.record({ feel: step, stir: step }))
	.map((one) => (isAnswered(one) ? one : null));

const question = fc.record({
	promptId: line,
	text: fc.oneof(
		line,
		text.filter((one) => one.length < 300)
	),
	stance: fc.option(fc.constantFrom(...stances)),
	depth: fc.option(fc.constantFrom(...depths))
});

/** Pages of every form that the journal can hold, but for their earlier texts, which no other format has. */
const entry: fc.Arbitrary<Entry> = fc.record({
	id,
	companion: fc.oneof(fc.constant(''), line),
	section: fc.option(fc.record({ id: line, number: fc.nat(99), name: line })),
	question: fc.option(question),
	letter: fc.option(fc.constantFrom(...letterKinds)),
	asThey: fc.boolean(),
	text,
	written: moment,
	changed: moment,
	finished: fc.boolean(),
	versions: fc.constant([]),
	before: checkIn,
	after: checkIn,
	words: fc.array(line, { maxLength: 5 }),
	hidden: fc.boolean(),
	sealedUntil: fc.option(fc.constantFrom('2027-01-31', '2050-12-01')),
	label: fc.oneof(fc.constant(''), line),
	starred: fc.boolean(),
	tags: fc.uniqueArray(line, { maxLength: 6 }),
	margin: fc.array(fc.record({ id, text, written: moment }), { maxLength: 3 }),
	threshold: fc.oneof(fc.constant(''), line),
	uncompared: fc.boolean(),
	binned: fc.option(moment),
	copyOf: fc.constant(null)
});

/** Pages with different ids. */
export const entries = fc.uniqueArray(entry, {
	minLength: 1,
	maxLength: 8,
	selector: ({ id: of }) => of
});
