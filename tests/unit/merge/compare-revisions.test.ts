import { describe, expect, test } from 'vitest';
import type { Entry } from '$lib/model/entry';
import { newMarginNote } from '$lib/model/margin-note';
import { defaultSettings } from '$lib/model/settings';
import {
	after,
	bring,
	earlier,
	empty,
	fates,
	journal,
	onDay,
	page,
	planned,
	writes
} from './plans';

describe('an entry that is here and in the file', () => {
	const first = page('The beginning');

	test('has gone on here: its text stays, whatever the file says', () => {
		const on = { ...first, text: 'The beginning, and more', changed: onDay(2) };
		expect(fates(planned(journal([on]), bring(journal([first]))))).toEqual(['older']);
		const other = { ...first, text: 'Something else', changed: onDay(2) };
		const here = journal([other, earlier(first, 'The beginning', 2)]);
		const plan = planned(here, bring(journal([first])));
		expect(fates(plan)).toEqual(['older']);
		expect(writes(plan)).toBe(0);
	});

	test('has gone on in the file: the text here becomes an earlier one', () => {
		const on = { ...first, text: 'The beginning, and more', changed: onDay(2), finished: true };
		const result = after(journal([first]), planned(journal([first]), bring(journal([on]))));
		expect(result.entries).toMatchObject([{ text: on.text, changed: on.changed, finished: true }]);
		expect(result.versions).toMatchObject([{ entry: first.id, text: 'The beginning' }]);
		expect(result.entries[0]?.versions).toEqual(result.versions.map((version) => version.id));
	});

	test('has gone on in the file, which kept the text that is here: nothing is kept twice', () => {
		const kept = earlier(first, 'The beginning', 2);
		const on = { ...first, text: 'Something else', changed: onDay(2) };
		const plan = planned(journal([first]), bring(journal([on, kept])));
		expect(fates(plan)).toEqual(['newer']);
		expect(plan.versions).toEqual([kept]);
	});

	test('went back to an earlier text: the later state of the two holds', () => {
		const back = { ...first, text: 'B', changed: onDay(5) };
		const before = { ...first, text: 'A', changed: onDay(3) };
		const inBack = [earlier(first, 'B', 3), earlier(first, 'A', 5)] as const;
		const inBefore = [earlier(first, 'B', 3)] as const;
		expect(
			fates(planned(journal([back, ...inBack]), bring(journal([before, ...inBefore]))))
		).toEqual(['older']);
		expect(
			fates(planned(journal([before, ...inBefore]), bring(journal([back, ...inBack]))))
		).toEqual(['newer']);
	});

	test('was changed in both: both are kept, once, and the one here stays as it is', () => {
		const here = { ...first, text: 'The beginning, here', changed: onDay(2) };
		const there = { ...first, text: 'The beginning, there', changed: onDay(3), hidden: true };
		const old = earlier(first, 'The beginning', 2);
		const plan = planned(journal([here, old]), bring(journal([there, earlier(first, 'Else', 3)])));
		expect(fates(plan)).toEqual(['copied']);
		expect(plan.changed).toEqual([]);
		const [copy] = plan.added;
		expect(copy).toMatchObject({ text: there.text, copyOf: first.id, hidden: true });
		expect(copy?.id).not.toBe(first.id);
		expect(plan.versions).toMatchObject([{ entry: copy?.id, text: 'Else' }]);
		expect(copy?.versions).toEqual(plan.versions.map((version) => version.id));
		const again = planned(after(journal([here, old]), plan), bring(journal([there])));
		expect(fates(again)).toEqual(['unchanged']);
		expect(writes(again)).toBe(0);
	});

	test('a copy that both places have made is there once', () => {
		const here = { ...first, text: 'here' };
		const there = { ...first, text: 'there' };
		const copy = (text: string): Entry => page(text, { copyOf: first.id });
		const plan = planned(journal([here], [copy('there')]), bring(journal([there], [copy('here')])));
		expect(fates(plan)).toEqual(['unchanged', 'unchanged']);
	});

	test('is blank in one of them: the other holds', () => {
		const blankPage = { ...first, text: ' \n', changed: onDay(9) };
		expect(fates(planned(journal([first]), bring(journal([blankPage]))))).toEqual(['older']);
		expect(fates(planned(journal([blankPage]), bring(journal([first]))))).toEqual(['newer']);
	});

	test('what was said of it comes together, and what is said here holds', () => {
		const [mine, both, theirs] = ['mine', 'both', 'theirs'].map((text) => ({
			...newMarginNote(text),
			written: onDay(text.length)
		}));
		if (!mine || !both || !theirs) throw new Error('no notes');
		const here = {
			...first,
			...{ label: 'mine', tags: ['a', 'b'], margin: [mine, both], before: { feel: 1, stir: 0 } }
		} as Entry;
		const there = {
			...first,
			...{ label: 'theirs', tags: ['b', 'c'], margin: [both, theirs], starred: true },
			...{ before: { feel: -1, stir: 0 }, after: { feel: 2, stir: null }, threshold: 'not tired' }
		} as Entry;
		const plan = planned(journal([here]), bring(journal([there])));
		expect(fates(plan)).toEqual(['annotated']);
		expect(plan.changed).toMatchObject([
			{
				...{ label: 'mine', tags: ['a', 'b', 'c'], starred: true, threshold: 'not tired' },
				...{ before: here.before, after: there.after, margin: [mine, both, theirs] }
			}
		]);
		const again = planned(after(journal([here]), plan), bring(journal([there])));
		expect(writes(again)).toBe(0);
	});

	test('a note beside it that was reworded in one place stands there in both wordings, once', () => {
		const note = newMarginNote('as it was');
		const here = { ...first, margin: [note] };
		const there = { ...first, margin: [{ ...note, text: 'reworded' }] };
		const plan = planned(journal([here]), bring(journal([there])));
		expect(plan.changed[0]?.margin.map(({ text }) => text).toSorted()).toEqual([
			'as it was',
			'reworded'
		]);
		expect(writes(planned(after(journal([here]), plan), bring(journal([there]))))).toBe(0);
	});

	test('an earlier text that only the file has comes in at its time', () => {
		const [one, two, three] = [1, 2, 3].map((day) => earlier(first, `text ${day}`, day));
		if (!one || !two || !three) throw new Error('no versions');
		const plan = planned(journal([first, one, three]), bring(journal([first, two])));
		expect(plan.changed[0]?.versions).toEqual([one.id, two.id, three.id]);
		expect(plan.versions).toEqual([two]);
	});

	test('was let go here: it stays gone, and comes back when that is asked for', () => {
		const here = { ...empty, settings: { ...defaultSettings, gone: [first.id] } };
		const kept = earlier(first, 'Before', 2);
		const stays = planned(here, bring(journal([first, kept])));
		expect(fates(stays)).toEqual(['deleted']);
		expect(writes(stays)).toBe(0);
		const back = planned(here, bring(journal([first, kept])), { restoreDeleted: true });
		expect(fates(back)).toEqual(['new']);
		expect(back.versions).toEqual([kept]);
		// One that is here again is a page like every other.
		const again = { ...journal([first]), settings: here.settings };
		const more = bring(journal([{ ...first, tags: ['more'] }]));
		expect(fates(planned(again, more))).toEqual(['annotated']);
	});

	test('lies in the bin in one of them: only here counts', () => {
		const binned = { ...first, binned: onDay(3) };
		expect(writes(planned(journal([first]), bring(journal([binned]))))).toBe(0);
		expect(writes(planned(journal([binned]), bring(journal([first]))))).toBe(0);
	});
});
