import { expect, test } from 'vitest';
import { newEntry, type Entry } from '$lib/model/entry';
import { toListRows, listMonths } from '$lib/app/entry-list/list-rows';

function page(at: string, day: string): Entry {
	const entry = newEntry({ companion: 'one' });
	return { ...entry, written: { ...entry.written, at: Date.parse(at), day } };
}

test('months that take turns, as they do in two time zones, are each listed once', () => {
	const lines = toListRows([
		page('2020-12-01T12:00:00Z', '2020-12-01'),
		page('2020-11-30T22:00:00Z', '2020-11-30'),
		page('2020-11-30T21:00:00Z', '2020-12-01'),
		page('2020-11-30T20:00:00Z', '2020-11-30'),
		page('2020-10-09T12:00:00Z', '2020-10-09')
	]);
	expect(lines.map(({ month }) => month)).toEqual([
		'December 2020',
		'November 2020',
		'December 2020',
		'November 2020',
		'October 2020'
	]);
	expect(listMonths(lines)).toEqual([
		{ key: '2020-12', name: 'December 2020', index: 0 },
		{ key: '2020-11', name: 'November 2020', index: 1 },
		{ key: '2020-10', name: 'October 2020', index: 4 }
	]);
});

test('of one day to the next, only the first line of a month bears its name', () => {
	const lines = toListRows([
		page('2020-12-02T12:00:00Z', '2020-12-02'),
		page('2020-12-01T12:00:00Z', '2020-12-01')
	]);
	expect(lines.map(({ month }) => month)).toEqual(['December 2020', null]);
});
