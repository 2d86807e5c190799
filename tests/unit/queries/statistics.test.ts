import { expect, test } from 'vitest';
import { entryDefaults, type Entry } from '$lib/model/entry';
import {
	checkIns,
	entriesByFeeling,
	entriesByDay,
	countBySection,
	visibleEntries
} from '$lib/queries/statistics';
import { momentAt } from '$lib/model/moment';

let count = 0;

function page(at: string, zone: string, more: Partial<Entry> = {}): Entry {
	const written = momentAt(Date.parse(at), zone);
	count += 1;
	return {
		...entryDefaults,
		id: `page-${count}`,
		companion: 'one',
		section: null,
		question: null,
		text: '',
		written,
		changed: written,
		finished: true,
		versions: [],
		copyOf: null,
		...more
	};
}

const part = (number: number) => ({ id: `part-${number}`, number, name: `Part ${number}` });
const asked = (promptId: string) => ({ promptId, text: 'What?', stance: null, depth: null });

test('a page belongs to the day its writer had, wherever that was', () => {
	const pages = entriesByDay([
		page('2026-11-22T09:30:00Z', 'Pacific/Auckland'),
		page('2026-11-22T09:30:00Z', 'America/Los_Angeles'),
		page('2026-03-29T01:30:00Z', 'Europe/Dublin'),
		page('2026-03-29T00:30:00Z', 'Europe/Dublin')
	]);
	expect([...pages.keys()]).toEqual(['2026-03-29', '2026-11-22']);
	expect(pages.get('2026-03-29')).toHaveLength(2);
	const away = entriesByDay([page('2026-11-22T23:30:00Z', 'Asia/Tokyo')]);
	expect([...away.keys()]).toEqual(['2026-11-23']);
});

test('a leap day is a day of its own, and no pages are no days', () => {
	expect([...entriesByDay([page('2028-02-29T12:00:00Z', 'UTC')]).keys()]).toEqual(['2028-02-29']);
	expect(entriesByDay([]).size).toBe(0);
	expect([checkIns([]), entriesByFeeling([]), countBySection([])]).toEqual([[], [], []]);
});

test('hidden and sealed pages are days, and show nothing of themselves', () => {
	const pages = [
		page('2026-11-01T12:00:00Z', 'UTC', { hidden: true, words: ['torn'] }),
		page('2026-11-02T12:00:00Z', 'UTC', { sealedUntil: '2027-01-01', words: ['sad'] }),
		page('2026-11-03T12:00:00Z', 'UTC', { sealedUntil: '2026-11-04', words: ['raw'] }),
		page('2026-11-04T12:00:00Z', 'UTC', { words: ['calm'] })
	];
	expect(entriesByDay(pages).size).toBe(4);
	expect(visibleEntries(pages).flatMap(({ words }) => words)).toEqual(['calm']);
});

test('check-ins stand in the order of writing; where nothing was said there is none', () => {
	const before = { feel: -2, stir: null } as const;
	const open = { feel: null, stir: null };
	const found = checkIns([
		page('2026-11-03T12:00:00Z', 'UTC', { before }),
		page('2026-11-02T12:00:00Z', 'UTC', { before: open }),
		page('2026-11-01T12:00:00Z', 'UTC', { after: { feel: 0, stir: 1 } })
	]);
	expect(found.map(({ day }) => day)).toEqual(['2026-11-01', '2026-11-03']);
});

test('feelings stand in the order of the alphabet, however often they were chosen', () => {
	const named = entriesByFeeling([
		page('2026-11-03T12:00:00Z', 'UTC', { words: ['torn', 'Ärger'] }),
		page('2026-11-02T12:00:00Z', 'UTC', { words: ['torn'] }),
		page('2026-11-01T12:00:00Z', 'UTC', { words: ['torn', 'calm'] })
	]);
	expect(named.map(({ word }) => word)).toEqual(['Ärger', 'calm', 'torn']);
	expect(named[2]?.entries.map(({ written }) => written.day)).toEqual([
		'2026-11-01',
		'2026-11-02',
		'2026-11-03'
	]);
});

test('parts stand in their order, with their pages and different questions', () => {
	const visited = countBySection([
		page('2026-11-01T12:00:00Z', 'UTC'),
		page('2026-11-01T12:00:00Z', 'UTC', { section: part(4), question: asked('a') }),
		page('2026-11-02T12:00:00Z', 'UTC', { section: part(4), question: asked('a') }),
		page('2026-11-03T12:00:00Z', 'UTC', { section: part(4) }),
		page('2026-11-04T12:00:00Z', 'UTC', { section: part(2), question: asked('b') })
	]);
	expect(
		visited.map(({ section, entryCount, questionCount }) => [
			section?.number,
			entryCount,
			questionCount
		])
	).toEqual([
		[2, 1, 1],
		[4, 3, 1],
		[undefined, 1, 0]
	]);
});

test('ten thousand pages are put together', { timeout: 60_000 }, () => {
	const text = 'word '.repeat(250);
	const pages = Array.from({ length: 10_000 }, (_, index) =>
		page(new Date(Date.UTC(2016, 0, 1) + (10_000 - index) * 31_000_000).toISOString(), 'UTC', {
			text,
			section: part((index % 9) + 1),
			question: asked(String(index % 100)),
			before: { feel: -1, stir: 1 },
			words: ['torn', 'calm']
		})
	);
	const visible = visibleEntries(pages);
	expect(entriesByDay(pages).size).toBe(3588);
	expect(checkIns(visible)).toHaveLength(10_000);
	expect(entriesByFeeling(visible)).toHaveLength(2);
	expect(countBySection(visible)).toHaveLength(9);
});
