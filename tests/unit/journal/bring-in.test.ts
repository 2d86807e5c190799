import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { inQuestion, planBringIn, type Brought, type Fate, type Plan } from '$lib/journal/bring-in';
import { blank, newEntry, type Entry } from '$lib/journal/entry';
import { newMarginNote } from '$lib/journal/margin-note';
import { momentAt } from '$lib/journal/moment';
import { newOwnPrompt } from '$lib/journal/own-prompt';
import type { Version } from '$lib/journal/record-kinds';
import { defaultSettings, type CarriedSettings, type Settings } from '$lib/journal/settings';
import { settingsWith, settingsWithout } from '$lib/journal/settings-merge';
import type { Whole } from '$lib/journal/whole';
import { entry as anyEntry, id, journals, settings as carriedSettings } from '../backup/journals';

const anySettings = carriedSettings.map((carried) => ({ ...defaultSettings, ...carried }));
/** What of the settings goes into a copy. */
function carried({ folderCode: _, ...others }: Settings): CarriedSettings {
	return others;
}
const empty: Whole = { entries: [], versions: [], prompts: [], settings: defaultSettings };

function planned(here: Whole, brought: Brought, byText = false, occupied: string[] = []): Plan {
	const asked = new Set(inQuestion(brought, here.entries).map((entry) => entry.id));
	// What was not asked for is not known: a plan that would have needed it goes wrong.
	const versions = here.versions.filter((version) => asked.has(version.entry));
	const settings = { ...defaultSettings, ...here.settings };
	return planBringIn(brought, { ...here, settings, versions, occupied: new Set(occupied) }, byText);
}

/** The journal after a plan was carried out. */
function after(here: Whole, plan: Plan): Whole {
	const changed = new Map(plan.changed.map((entry) => [entry.id, entry]));
	return {
		entries: [...here.entries.map((entry) => changed.get(entry.id) ?? entry), ...plan.added],
		versions: [...here.versions, ...plan.versions],
		prompts: [...here.prompts, ...plan.prompts],
		settings: carried({ ...defaultSettings, ...here.settings, ...plan.settings })
	};
}

const fates = (plan: Plan): Fate[] => plan.lines.map(({ fate }) => fate);
const writes = (plan: Plan): number =>
	plan.added.length + plan.changed.length + plan.versions.length + plan.prompts.length;

const DAY = 86_400_000;
const base = Date.UTC(2026, 9, 1, 12);
const onDay = (day: number): Entry['written'] => momentAt(base + day * DAY, 'UTC');

function page(text: string, more: Partial<Entry> = {}): Entry {
	const written = onDay(0);
	return { ...newEntry({ companion: 'walking-away' }), text, written, changed: written, ...more };
}
function earlier(of: Entry, text: string, day: number): Version {
	return { id: newEntry({ companion: 'x' }).id, entry: of.id, text, kept: onDay(day) };
}
function journal(...all: [Entry, ...Version[]][]): Whole {
	return {
		...empty,
		entries: all.map(([entry, ...versions]) => ({
			...entry,
			versions: versions.map((version) => version.id)
		})),
		versions: all.flatMap(([, ...versions]) => versions)
	};
}
const bring = (whole: Whole): Brought => ({ ...whole, settings: null });

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
		{ numRuns: 60 }
	);
});

test('what is here already changes nothing when it is brought again', { timeout: 60_000 }, () => {
	fc.assert(
		fc.property(journals(12), (whole) => {
			const there = after(empty, planned(empty, whole));
			const plan = planned(there, whole);
			expect(writes(plan)).toBe(0);
			expect(plan.settings).toBeNull();
			expect(fates(plan).every((fate) => fate === 'here')).toBe(true);
		}),
		{ numRuns: 60 }
	);
});

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
		expect(fates(plan)).toEqual(['both']);
		expect(plan.changed).toEqual([]);
		const [copy] = plan.added;
		expect(copy).toMatchObject({ text: there.text, copyOf: first.id, hidden: true });
		expect(copy?.id).not.toBe(first.id);
		expect(plan.versions).toMatchObject([{ entry: copy?.id, text: 'Else' }]);
		expect(copy?.versions).toEqual(plan.versions.map((version) => version.id));
		const again = planned(after(journal([here, old]), plan), bring(journal([there])));
		expect(fates(again)).toEqual(['here']);
		expect(writes(again)).toBe(0);
	});

	test('a copy that both places have made is there once', () => {
		const here = { ...first, text: 'here' };
		const there = { ...first, text: 'there' };
		const copy = (text: string): Entry => page(text, { copyOf: first.id });
		const plan = planned(journal([here], [copy('there')]), bring(journal([there], [copy('here')])));
		expect(fates(plan)).toEqual(['here', 'here']);
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
		expect(fates(plan)).toEqual(['noted']);
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

	test('lies in the bin in one of them: only here counts', () => {
		const binned = { ...first, binned: onDay(3) };
		expect(writes(planned(journal([first]), bring(journal([binned]))))).toBe(0);
		expect(writes(planned(journal([binned]), bring(journal([first]))))).toBe(0);
	});
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
	const plan = planned(empty, file, false, [lost.id]);
	expect(fates(plan)).toEqual(['both']);
	expect(plan.added).toMatchObject([{ copyOf: lost.id, text: 'what it said' }]);
	expect(plan.added[0]?.id).not.toBe(lost.id);
	expect(writes(planned(after(empty, plan), file, false, [lost.id]))).toBe(0);
});

test('an earlier text that is here without its page is not written again', () => {
	const lost = page('what it said');
	const [one, two] = [earlier(lost, 'first', 1), earlier(lost, 'second', 2)];
	const plan = planned(empty, bring(journal([lost, one, two])), false, [one.id]);
	expect(plan.versions).toEqual([two]);
	expect(plan.added[0]?.versions).toEqual([one.id, two.id]);
});

test('from another program a page of the same day and text is here already', () => {
	const here = page('The same words');
	const there = page('The same words\n', { written: { ...onDay(0), at: base + 1 } });
	expect(fates(planned(journal([here]), bring(journal([there])), true))).toEqual(['here']);
	expect(fates(planned(journal([here]), bring(journal([there]))))).toEqual(['new']);
	const later = { ...there, written: onDay(1) };
	expect(fates(planned(journal([here]), bring(journal([later])), true))).toEqual(['new']);
});

test('two pages of one id in a file are two pages', () => {
	const one = page('one');
	const plan = planned(empty, bring(journal([one], [{ ...one, text: 'two' }])));
	expect(plan.added.map(({ text }) => text)).toEqual(['one', 'two']);
	expect(new Set(plan.added.map((entry) => entry.id)).size).toBe(2);
});

test('questions of one’s own come in, and a reworded one stands beside the other, once', () => {
	const [same, other] = ['Why?', 'What now?'].map((text) =>
		newOwnPrompt('walking-away', 's1', text)
	);
	if (!same || !other) throw new Error('no prompts');
	const here = { ...empty, prompts: [same, other] };
	const file = { ...empty, prompts: [same, { ...other, text: 'And now?' }] };
	const plan = planned(here, file);
	expect(plan.prompts.map(({ text }) => text)).toEqual(['And now?']);
	expect(plan.prompts[0]?.id).not.toBe(other.id);
	expect(planned(after(here, plan), file).prompts).toEqual([]);
});

describe('choices', () => {
	test('all hold where nothing was written yet', () => {
		fc.assert(
			fc.property(anySettings, (theirs) => {
				expect(settingsWith(defaultSettings, theirs, true)).toEqual(theirs);
			})
		);
	});

	test('those made here hold, and none is taken that says how this device locks or shows', () => {
		fc.assert(
			fc.property(anySettings, anySettings, (mine, theirs) => {
				const next = settingsWith(mine, theirs, false);
				const { lockAfter, lockHidden, coverAway, spellcheck, showWriting, opened } = mine;
				expect(next).toMatchObject({
					...{ lockAfter, lockHidden, coverAway, spellcheck, showWriting, opened }
				});
				expect(new Set(next.marked)).toEqual(new Set([...mine.marked, ...theirs.marked]));
				if (mine.minutes !== defaultSettings.minutes) expect(next.minutes).toBe(mine.minutes);
				else expect(next.minutes).toBe(theirs.minutes);
			})
		);
	});

	test('what was taken is taken back, and what was chosen since stays', () => {
		fc.assert(
			fc.property(anySettings, anySettings, fc.boolean(), (mine, theirs, first) => {
				const next = settingsWith(mine, theirs, first);
				expect(settingsWithout(next, mine, next)).toEqual(mine);
				const chosen = { ...next, minutes: 7, marked: [...next.marked, 'since'] };
				const back = settingsWithout(chosen, mine, next);
				expect(back).toEqual({ ...mine, minutes: 7, marked: [...mine.marked, 'since'] });
			})
		);
	});
});

/** Something that one of two places may have done with a page they both had. */
type Deed = 'nothing' | 'went on' | 'replaced' | 'noted' | 'let go' | 'rewrote at once';
const deeds: Deed[] = ['nothing', 'went on', 'replaced', 'noted', 'let go', 'rewrote at once'];

function lived(whole: Whole, done: readonly Deed[], who: string, added: readonly Entry[]): Whole {
	const next: Whole = { ...whole, entries: [], versions: [...whole.versions] };
	for (const [index, entry] of whole.entries.entries()) {
		const deed = done[index % done.length];
		const changed = onDay(10 + index + who.length);
		if (deed === 'let go') {
			next.versions = next.versions.filter((version) => version.entry !== entry.id);
		} else if (deed === 'went on') {
			next.entries.push({ ...entry, text: `${entry.text} and ${who}`, changed });
		} else if (deed === 'rewrote at once') {
			next.entries.push({ ...entry, text: `${who} wrote`, changed });
		} else if (deed === 'replaced') {
			const kept = earlier(entry, entry.text, 10 + index);
			next.versions.push(kept);
			const versions = [...entry.versions, kept.id];
			next.entries.push({ ...entry, text: `${who} instead`, changed, versions });
		} else if (deed === 'noted') {
			const margin = [...entry.margin, newMarginNote(`noted by ${who}`)];
			next.entries.push({ ...entry, margin, tags: [...new Set([...entry.tags, who])] });
		} else next.entries.push(entry);
	}
	next.entries.push(...added.map((entry) => ({ ...entry, copyOf: null })));
	return next;
}

const texts = (whole: Whole): string[] =>
	[...whole.entries, ...whole.versions].map(({ text }) => text.trim()).filter((text) => text);
const notes = (whole: Whole): string[] =>
	whole.entries.flatMap(({ margin, tags }) => [...margin.map(({ text }) => text), ...tags]);

test(
	'two devices that had one journal lose nothing to each other, and come to rest',
	{ timeout: 60_000 },
	() => {
		const shared = journals(6).map((whole) => ({
			...whole,
			entries: whole.entries.map((entry) => ({ ...entry, changed: onDay(0), binned: null }))
		}));
		const life = fc.array(fc.constantFrom(...deeds), { minLength: 1, maxLength: 6 });
		const more = fc.uniqueArray(anyEntry, { maxLength: 2, selector: (one) => one.id });
		const seen = new Set<Fate>();
		fc.assert(
			fc.property(
				shared,
				life,
				life,
				more,
				more,
				(whole, oneLife, otherLife, oneMore, otherMore) => {
					let one = lived(whole, oneLife, 'one', oneMore);
					let other = lived(whole, otherLife, 'the other', otherMore);
					const startTexts = [...texts(one), ...texts(other)];
					const startNotes = [...notes(one), ...notes(other)];
					const bringTo = (to: Whole, from: Whole): Whole => {
						const plan = planned(to, bring(from));
						for (const fate of fates(plan)) seen.add(fate);
						const result = after(to, plan);
						// Every record has one id, and every entry has the earlier texts that it names.
						const ids = [...result.entries, ...result.versions].map((record) => record.id);
						expect(new Set(ids).size).toBe(ids.length);
						for (const entry of result.entries) {
							const own = result.versions.filter((version) => version.entry === entry.id);
							expect(own.map((version) => version.id).toSorted()).toEqual(
								entry.versions.toSorted()
							);
						}
						// Nothing that was there before is gone.
						const now = new Set(texts(result));
						for (const text of texts(to)) expect(now).toContain(text);
						return result;
					};
					one = bringTo(one, other);
					other = bringTo(other, one);
					one = bringTo(one, other);
					for (const place of [one, other]) {
						const now = texts(place);
						for (const text of startTexts) {
							expect(now.some((known) => known.startsWith(text))).toBe(true);
						}
						expect(notes(place)).toEqual(expect.arrayContaining(startNotes));
					}
					expect(writes(planned(one, bring(other)))).toBe(0);
					expect(writes(planned(other, bring(one)))).toBe(0);
				}
			),
			{ numRuns: 150 }
		);
		expect([...seen].toSorted()).toEqual(['both', 'here', 'new', 'newer', 'noted', 'older']);
	}
);

test('what an older form of a page does not say takes nothing away', () => {
	fc.assert(
		fc.property(anyEntry, id, (mine, other) => {
			const here = journal([{ ...mine, id: other, versions: [], binned: null }]);
			const said = { ...mine, ...blank, id: other, versions: [], finished: false };
			const plan = planned(here, bring(journal([said])));
			expect(writes(plan)).toBe(0);
		})
	);
});
