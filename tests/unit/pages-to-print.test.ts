import { expect, test } from 'vitest';
import { entryDefaults, type Entry } from '$lib/model/entry';
import { momentAt } from '$lib/model/moment';
import { toBatches, PREVIEW_COUNT } from '../../src/routes/print/print-batches';
import { describeOmitted } from '../../src/routes/print/omitted-words';
import { selectForPrint } from '../../src/routes/print/print-selection';
import { defaultPrintOptions, type PrintOptions } from '../../src/routes/print/print-options';

function page(id: string, day: string, more: Partial<Entry> = {}): Entry {
	const written = momentAt(Date.parse(`${day}T12:00:00Z`), 'UTC');
	return {
		...entryDefaults,
		id,
		companion: 'one',
		section: null,
		question: null,
		text: id,
		written,
		changed: written,
		finished: true,
		versions: [],
		copyOf: null,
		...more
	};
}

/** Newest first, as the journal lists them. */
const entries = [
	page('e', '2026-11-20'),
	page('d', '2026-11-20', { sealedUntil: '2999-01-01', hidden: true }),
	page('c', '2026-10-02', { sealedUntil: '2020-01-01' }),
	page('b', '2026-10-01', { hidden: true }),
	page('a', '2026-09-30')
];

function choose(more: Partial<PrintOptions>, ids: string[] = []) {
	const { entries: printed, ...rest } = selectForPrint(entries, ids, {
		...defaultPrintOptions(null, '2026-11-22'),
		...more
	});
	return { ...rest, pages: printed.map(({ id }) => id).join('') };
}

test('nothing is taken before something is chosen', () => {
	expect(choose({})).toEqual({
		pages: '',
		contains: { hidden: false, sealed: false },
		omitted: { hidden: 0, sealed: 0 }
	});
});

test('hidden and sealed pages are left out and counted once, and come along when they are wanted', () => {
	expect(choose({ range: 'all' })).toEqual({
		pages: 'ae',
		contains: { hidden: true, sealed: true },
		omitted: { hidden: 2, sealed: 1 }
	});
	expect(choose({ range: 'all', hidden: true })).toMatchObject({
		pages: 'abe',
		omitted: { hidden: 0, sealed: 2 }
	});
	// A seal whose day has come is a seal until its writer opens it.
	expect(choose({ range: 'all', sealed: true })).toMatchObject({
		pages: 'ace',
		omitted: { hidden: 2, sealed: 0 }
	});
	expect(choose({ range: 'all', hidden: true, sealed: true })).toMatchObject({
		pages: 'abcde',
		omitted: { hidden: 0, sealed: 0 }
	});
});

test('the pages to print come in the order that is wanted', () => {
	expect(choose({ range: 'all', oldestFirst: false }).pages).toBe('ea');
	expect(choose({ range: 'selected', oldestFirst: true }, ['e', 'a']).pages).toBe('ae');
});

test('these pages are those one came with, as far as they are still there', () => {
	expect(choose({ range: 'selected' }, ['a', 'gone']).pages).toBe('a');
	expect(choose({ range: 'selected' }, ['gone']).pages).toBe('');
	expect(choose({ range: 'selected' }, ['b'])).toMatchObject({
		pages: '',
		omitted: { hidden: 1, sealed: 0 }
	});
});

test.each([
	['2026-09-30', '2026-10-02', 'abc'],
	['2026-10-02', '2026-09-30', 'abc'],
	['2026-10-02', '', 'cde'],
	['', '2026-09-30', 'a'],
	['', '', 'abcde'],
	['2027-01-01', '2027-12-31', '']
])('between %s and %s lie %s', (from, to, pages) => {
	expect(choose({ range: 'between', from, to, hidden: true, sealed: true }).pages).toBe(pages);
});

test('what is left out of the pages to print is said in words', () => {
	expect(describeOmitted({ hidden: 0, sealed: 0 })).toBe('');
	expect(describeOmitted({ hidden: 1, sealed: 0 })).toBe('Left out: one hidden page.');
	expect(describeOmitted({ hidden: 2, sealed: 1 })).toBe(
		'Left out: two hidden pages, one sealed page.'
	);
});

test('the parts beyond the preview hold every other page once', () => {
	for (const count of [0, 1, PREVIEW_COUNT, PREVIEW_COUNT + 1, 1_000]) {
		const many = Array.from({ length: count }, (_, index) => page(String(index), '2026-11-20'));
		expect([...many.slice(0, PREVIEW_COUNT), ...toBatches(many).flat()]).toEqual(many);
	}
});
