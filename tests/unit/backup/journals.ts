import fc from 'fast-check';
import type { Companion } from '$lib/companion/companion';
import { depths, intents, stances, views } from '$lib/companion/vocabulary';
import { steps } from '$lib/model/vocabulary';
import type { CheckIn } from '$lib/model/check-in';
import type { Entry } from '$lib/model/entry';
import type { LibraryItem } from '$lib/model/library-item';
import { letterKinds } from '$lib/model/vocabulary';
import type { MarginNote } from '$lib/model/margin-note';
import type { Moment } from '$lib/model/moment';
import type { CustomPrompt } from '$lib/model/custom-prompt';
import type { Version } from '$lib/model/schema/entry';
import type { ExportedSettings } from '$lib/model/settings';
import type { JournalSnapshot } from '$lib/model/snapshot';

/* Journals of every kind that can be, for tests of what is taken out and brought back. */

export const id = fc
	.uint8Array({ minLength: 16, maxLength: 16 })
	.map((bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''));

const zones = ['Europe/Lisbon', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'UTC', 'Etc/Unknown'];
const year = 365.25 * 86_400_000;

const moment: fc.Arbitrary<Moment> = fc
	.record({
		at: fc.integer({ min: -60 * year, max: 120 * year }),
		zone: fc.constantFrom(...zones)
	})
	.map(({ at, zone }) => ({ at, zone, day: new Date(at).toISOString().slice(0, 10) }));

/** Texts with all that texts can hold: surrogates that stand alone, marks of formats, control characters. */
const text = fc.oneof(
	{ weight: 4, arbitrary: fc.lorem({ maxCount: 30, mode: 'sentences' }) },
	{ weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
	fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
	fc.constantFrom(
		'',
		'---\nid: x\n---\n',
		'"],"}',
		'\u2028\u0000\ufeff',
		'=cmd()',
		'日本語と émigré'
	)
);

const checkIn: fc.Arbitrary<CheckIn> = fc.record({
	feel: fc.option(fc.constantFrom(...steps)),
	stir: fc.option(fc.constantFrom(...steps))
});

const marginNote: fc.Arbitrary<MarginNote> = fc.record({ id, text, written: moment });

export const entry: fc.Arbitrary<Entry> = fc.record({
	id,
	companion: fc.constantFrom('walking-away', 'constructor', '__proto__', 'mine'),
	section: fc.option(
		fc.record({ id: fc.string(), number: fc.integer({ min: 1, max: 99 }), name: fc.string() })
	),
	question: fc.option(
		fc.record({
			promptId: fc.string(),
			text: fc.string(),
			stance: fc.option(fc.constantFrom(...stances)),
			depth: fc.option(fc.constantFrom(...depths))
		})
	),
	letter: fc.option(fc.constantFrom(...letterKinds)),
	asThey: fc.boolean(),
	text,
	written: moment,
	changed: moment,
	finished: fc.boolean(),
	versions: fc.constant<string[]>([]),
	before: fc.option(checkIn),
	after: fc.option(checkIn),
	words: fc.uniqueArray(fc.string(), { maxLength: 5 }),
	hidden: fc.boolean(),
	sealedUntil: fc.option(moment.map(({ day }) => day)),
	label: fc.string(),
	starred: fc.boolean(),
	tags: fc.uniqueArray(fc.string(), { maxLength: 5 }),
	margin: fc.uniqueArray(marginNote, { maxLength: 3, selector: (note) => note.id }),
	threshold: fc.string(),
	uncompared: fc.boolean(),
	binned: fc.option(moment),
	copyOf: fc.option(id)
});

const prompt: fc.Arbitrary<CustomPrompt> = fc.record({
	id,
	companion: fc.string(),
	section: fc.string(),
	text: fc.string(),
	made: moment
});

const companion: fc.Arbitrary<Companion> = fc.record({
	id: fc.string(),
	title: fc.string(),
	language: fc.constantFrom('en', 'pt-BR', ''),
	essay: fc.record({ title: fc.string(), author: fc.string() }),
	findings: fc.array(
		fc.record({
			...{ id: fc.string(), title: fc.string(), said: fc.string() },
			sources: fc.array(fc.string(), { maxLength: 2 })
		}),
		{ maxLength: 2 }
	),
	sections: fc.array(
		fc.record({
			...{ id: fc.string(), number: fc.integer({ min: 1, max: 99 }), name: fc.string() },
			...{ heading: fc.option(fc.string()), care: fc.option(fc.string()) },
			passage: fc.array(text, { maxLength: 3 }),
			prompts: fc.array(
				fc.record({
					...{ id: fc.string(), text: fc.string(), stance: fc.constantFrom(...stances) },
					...{ depth: fc.constantFrom(...depths), intent: fc.constantFrom(...intents) },
					...{ view: fc.constantFrom(...views), left: fc.option(fc.string()) },
					...{ why: fc.option(fc.string()), finding: fc.option(fc.string()) }
				}),
				{ maxLength: 2 }
			)
		}),
		{ maxLength: 2 }
	)
});

const kept: fc.Arbitrary<LibraryItem> = fc.record({
	...{ id, companion, originalOf: fc.option(fc.string()), kept: moment, changed: moment }
});

export const settings: fc.Arbitrary<ExportedSettings> = fc.record({
	stance: fc.option(fc.constantFrom(...stances)),
	wasLeft: fc.boolean(),
	minutes: fc.option(fc.constantFrom(5, 15, 60)),
	askBefore: fc.boolean(),
	marked: fc.uniqueArray(fc.string(), { maxLength: 4 }),
	showWriting: fc.boolean(),
	threshold: fc.boolean(),
	opened: fc.array(fc.record({ id, at: fc.integer({ min: 0, max: 60 * year }) }), { maxLength: 3 }),
	lastCopy: fc.option(fc.record({ made: moment, entries: fc.nat(1_000_000) })),
	importSeed: fc.string({ maxLength: 32 }),
	showCheckIns: fc.boolean(),
	spellcheck: fc.boolean(),
	lockAfter: fc.option(fc.constantFrom(30_000, 1_800_000)),
	lockHidden: fc.option(fc.constantFrom(30_000, 120_000)),
	coverAway: fc.boolean(),
	read: fc.uniqueArray(fc.string(), { maxLength: 4 }),
	here: fc.option(fc.string())
});

const aPage: fc.Arbitrary<{ entry: Entry; versions: Version[] }> = fc
	.record({
		entry,
		earlier: fc.uniqueArray(fc.record({ id, text, kept: moment }), {
			maxLength: 3,
			selector: (one) => one.id
		})
	})
	.map(({ entry: page, earlier }) => ({
		entry: { ...page, versions: earlier.map((one) => one.id) },
		versions: earlier.map((one) => ({ ...one, entry: page.id }))
	}));

/** A journal of up to so many pages. */
export function journals(maxLength = 8): fc.Arbitrary<JournalSnapshot> {
	return fc
		.record({
			pages: fc.uniqueArray(aPage, { maxLength, selector: (one) => one.entry.id }),
			prompts: fc.uniqueArray(prompt, { maxLength: 3, selector: (one) => one.id }),
			library: fc.uniqueArray(kept, { maxLength: 2, selector: (one) => one.id }),
			settings
		})
		.map(({ pages, ...rest }) => ({
			...rest,
			entries: pages.map((page) => page.entry),
			versions: pages.flatMap((page) => page.versions)
		}));
}
