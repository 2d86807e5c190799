import fc from 'fast-check';
import { stances } from '$lib/companion/companion';
import { entryDefaults, type Entry } from '$lib/model/entry';
import type { EntryFilter } from '$lib/queries/filter';
import { text } from '../search/texts';

/* Random pages that differ in little, so that many have something in common. */

const names = ['Opening', 'Slowly', 'Afterwards'];
const days = ['2024-02-29', '2025-12-31', '2026-01-01', '2026-06-15'];
const words = ['calm', 'torn', 'Calm'];
const tags = ['work', 'home', 'to keep'];
const companions = ['walking-away', 'another'];

const section = fc
	.nat(names.length - 1)
	.map((at) => ({ id: `part-${at}`, number: at + 1, name: names[at] ?? '' }));
const question = fc.record({
	promptId: fc.constantFrom('p1', 'p2', 'p3'),
	text,
	stance: fc.option(fc.constantFrom(...stances)),
	depth: fc.constant(null)
});
const moment = fc
	.record({ at: fc.integer({ min: 0, max: 9 }), day: fc.constantFrom(...days) })
	.map(({ at, day }) => ({ at, day, zone: 'Europe/Paris' }));

const rarely = fc.constantFrom(true, false, false, false);

/** A page; its id is to be given. */
const page: fc.Arbitrary<Entry> = fc
	.record({
		companion: fc.constantFrom(...companions),
		section: fc.option(section),
		question: fc.option(question),
		text,
		written: moment,
		finished: fc.boolean(),
		starred: fc.boolean(),
		label: fc.oneof(fc.constant(''), text),
		words: fc.subarray(words),
		tags: fc.subarray(tags),
		margin: fc.array(fc.record({ id: fc.constant('note'), text, written: moment }), {
			maxLength: 2
		}),
		hidden: rarely,
		sealedUntil: fc.constantFrom(null, null, null, null, '2020-01-31', '2090-01-31')
	})
	.map((one) => ({
		...entryDefaults,
		...one,
		id: '',
		changed: one.written,
		versions: [],
		copyOf: null
	}));

/** Pages in any order. */
export const pages = fc
	.array(page, { maxLength: 12 })
	.map((all) => all.map((one, at) => ({ ...one, id: `id${at}` })));

const some = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
	fc.oneof({ arbitrary: value, weight: 1 }, { arbitrary: fc.constant(null), weight: 4 });

/** Anything that pages can be narrowed down to, mostly little. */
export const narrowing: fc.Arbitrary<EntryFilter> = fc.record({
	companion: some(fc.constantFrom('walking-away', 'another')),
	section: some(
		fc.constantFrom('none', 'walking-away/part-0', 'walking-away/part-1', 'another/part-0')
	),
	prompt: some(fc.constantFrom('walking-away/p1', 'another/p1')),
	stance: some(fc.constantFrom(...stances)),
	from: some(fc.constantFrom(...days)),
	until: some(fc.constantFrom(...days)),
	starred: rarely,
	hasMarginNote: rarely,
	unfinished: rarely,
	word: some(fc.constantFrom(...words)),
	tag: some(fc.constantFrom(...tags))
});
