import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { entryDefaults } from '$lib/model/entry';
import { newestOfEach, newLibraryItem, withContents } from '$lib/model/library-item';
import { momentAt } from '$lib/model/moment';
import { newCustomPrompt } from '$lib/model/custom-prompt';
import { tries } from '../../thorough';
import { entry as anyEntry, id, journals } from '../backup/journals';
import {
	after,
	base,
	bring,
	DAY,
	earlier,
	empty,
	fates,
	journal,
	onDay,
	page,
	planned,
	writes
} from './plans';

test('a journal comes back into an empty one equal in every field', { timeout: 60_000 }, () => {
	const inBin = momentAt(Date.now() - 3 * DAY);
	fc.assert(
		fc.property(journals(12), (whole) => {
			const entries = whole.entries.map((entry) => ({ ...entry, binned: entry.binned && inBin }));
			const brought = { ...whole, entries };
			const plan = planned(empty, brought);
			expect(after(empty, plan)).toEqual(brought);
			expect(fates(plan).every((fate) => fate === 'new')).toBe(true);
		}),
		tries(60, 3)
	);
});

test('what is here already changes nothing when it is brought again', { timeout: 60_000 }, () => {
	fc.assert(
		fc.property(journals(12), (whole) => {
			const there = after(empty, planned(empty, whole));
			const plan = planned(there, whole);
			expect(writes(plan)).toBe(0);
			expect(plan.settings).toBeNull();
			expect(fates(plan).every((fate) => fate === 'unchanged')).toBe(true);
		}),
		tries(60, 3)
	);
});

test('a file that names two of its questions or companions alike has two of them', () => {
	const prompt = newCustomPrompt('walking-away', 's1', 'What then?');
	const contents = {
		...{ id: 'a-garden', title: 'A garden', language: 'en', findings: [], sections: [] },
		essay: { title: 'A Garden', author: 'A. Writer' }
	};
	const kept = newLibraryItem(contents);
	const other = withContents(kept, { ...contents, title: 'Another' });
	const brought = {
		...bring(empty),
		prompts: [prompt, { ...prompt, text: 'And what now?' }, prompt],
		library: [kept, other, kept]
	};
	const { prompts, library } = planned(empty, brought);
	expect(prompts.map(({ text }) => text)).toEqual(['What then?', 'And what now?']);
	expect(library.map(({ companion }) => companion.title)).toEqual([
		kept.companion.title,
		'Another'
	]);
	expect(new Set([...prompts, ...library].map((one) => one.id)).size).toBe(4);
});

test('one that comes in from a bin whose time is over lies there for another', () => {
	vi.useFakeTimers({ now: base + 100 * DAY });
	try {
		const [long, short] = [page('a', { binned: onDay(1) }), page('b', { binned: onDay(99) })];
		const { added } = planned(empty, bring(journal([long], [short])));
		expect(added.map(({ binned }) => binned?.at)).toEqual([base + 100 * DAY, base + 99 * DAY]);
	} finally {
		vi.useRealTimers();
	}
});

test('a page that is here and does not open comes in beside it', () => {
	const lost = page('what it said');
	const file = bring(journal([lost, earlier(lost, 'what it said first', 1)]));
	const plan = planned(empty, file, {}, [lost.id]);
	expect(fates(plan)).toEqual(['copied']);
	expect(plan.added).toMatchObject([{ copyOf: lost.id, text: 'what it said' }]);
	expect(plan.added[0]?.id).not.toBe(lost.id);
	expect(writes(planned(after(empty, plan), file, {}, [lost.id]))).toBe(0);
});

test('an earlier text that is here without its page is not written again', () => {
	const lost = page('what it said');
	const [one, two] = [earlier(lost, 'first', 1), earlier(lost, 'second', 2)];
	const plan = planned(empty, bring(journal([lost, one, two])), {}, [one.id]);
	expect(plan.versions).toEqual([two]);
	expect(plan.added[0]?.versions).toEqual([one.id, two.id]);
});

test('from another program a page of the same day and text is here already', () => {
	const here = page('The same words');
	const there = page('The same words\n', { written: { ...onDay(0), at: base + 1 } });
	expect(fates(planned(journal([here]), bring(journal([there])), { matchByText: true }))).toEqual([
		'unchanged'
	]);
	expect(fates(planned(journal([here]), bring(journal([there]))))).toEqual(['new']);
	const later = { ...there, written: onDay(1) };
	expect(fates(planned(journal([here]), bring(journal([later])), { matchByText: true }))).toEqual([
		'new'
	]);
});

test('two pages of one id in a file are two pages', () => {
	const one = page('one');
	const plan = planned(empty, bring(journal([one], [{ ...one, text: 'two' }])));
	expect(plan.added.map(({ text }) => text)).toEqual(['one', 'two']);
	expect(new Set(plan.added.map((entry) => entry.id)).size).toBe(2);
});

test('questions of one’s own come in, and a reworded one stands beside the other, once', () => {
	const [same, other] = ['Why?', 'What now?'].map((text) =>
		newCustomPrompt('walking-away', 's1', text)
	);
	if (!same || !other) throw new Error('no prompts');
	const here = { ...empty, prompts: [same, other] };
	const file = { ...empty, prompts: [same, { ...other, text: 'And now?' }] };
	const plan = planned(here, file);
	expect(plan.prompts.map(({ text }) => text)).toEqual(['And now?']);
	expect(plan.prompts[0]?.id).not.toBe(other.id);
	expect(planned(after(here, plan), file).prompts).toEqual([]);
});

test('what an older form of a page does not say takes nothing away', () => {
	fc.assert(
		fc.property(anyEntry, id, (mine, other) => {
			const here = journal([{ ...mine, id: other, versions: [], binned: null }]);
			const said = { ...mine, ...entryDefaults, id: other, versions: [], finished: false };
			const plan = planned(here, bring(journal([said])));
			expect(writes(plan)).toBe(0);
		})
	);
});

test('a companion comes once, and one that was changed comes beside it', () => {
	const contents = {
		...{ id: 'a-garden', title: 'A garden', language: 'en', findings: [], sections: [] },
		essay: { title: 'A Garden', author: 'A. Writer' }
	};
	const kept = newLibraryItem(contents);
	const file = { ...empty, library: [kept] };
	const plan = planned(empty, file);
	expect(plan.library).toEqual([kept]);
	const here = after(empty, plan);
	expect(planned(here, file).library).toEqual([]);
	// The same words in fields of another order, under another id.
	const { id, ...rest } = contents;
	const again = { ...newLibraryItem({ ...rest, id }), kept: kept.kept };
	expect(planned(here, { ...empty, library: [again] }).library).toEqual([]);
	const changed = withContents(kept, { ...contents, title: 'A garden in winter' });
	const beside = planned(here, { ...empty, library: [changed] }).library;
	expect(beside.map(({ companion }) => companion.title)).toEqual(['A garden in winter']);
	expect(beside[0]?.id).not.toBe(kept.id);
	const both = [...here.library, ...beside];
	expect(newestOfEach(both).map((one) => one.id)).toEqual([beside[0]?.id ?? kept.id]);
	// The words of an essay for a companion stand for nothing else.
	const original = newLibraryItem(contents, 'a-garden');
	expect(newestOfEach([...both, original])).toHaveLength(2);
	expect(planned(here, { ...empty, library: [original] }).library).toEqual([original]);
});
