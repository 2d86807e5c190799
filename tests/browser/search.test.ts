import { afterEach, describe, expect, test, vi } from 'vitest';
import { Search, type SearchOptions, type SearchResult, type SearchItem } from '$lib/search/search';

/* The door and its real worker. */

let search = new Search();
afterEach(() => {
	search.close();
	search = new Search();
});

async function answers(
	query: string,
	options: SearchOptions = { limit: 10 }
): Promise<SearchResult[]> {
	const all: SearchResult[] = [];
	for await (const found of search.find(query, options)) all.push(found);
	return all;
}

function items(count: number, text: (at: number) => string): SearchItem[] {
	return Array.from({ length: count }, (_, at) => ({ id: `id${at}`, text: text(at), order: at }));
}

describe('finding', () => {
	test('gives the newest at once, and then all of them', async () => {
		await search.put(items(9_000, (at) => `quiet evening ${at}`));
		const [first, all, ...more] = await answers('even', { limit: 3 });
		expect(first).toEqual({
			ids: ['id8999', 'id8998', 'id8997'],
			fuzzyMatches: [],
			fuzzyTerms: [],
			isComplete: false
		});
		expect(all?.ids).toHaveLength(9_000);
		expect(all?.ids.slice(0, 3)).toEqual(first?.ids);
		expect([all?.isComplete, more]).toEqual([true, []]);
	});

	test('gives one answer if that is all', async () => {
		await search.put(items(50, (at) => (at === 7 ? 'Zoë' : 'other')));
		expect(await answers('zoe')).toEqual([
			{ ids: ['id7'], fuzzyMatches: [], fuzzyTerms: [], isComplete: true }
		]);
		expect(await answers('zoo')).toMatchObject([{ ids: [], isComplete: true }]);
	});

	test('works on what is there while more comes, and forgets what is removed', async () => {
		const all = items(4_000, () =>
			'a long evening by the harbour, and nothing else to say '.repeat(9)
		);
		const putting = search.put(all);
		const [early] = await answers('harbour', { limit: 5_000 });
		expect(early?.ids.length).toBeLessThan(4_000);
		await putting;
		expect((await answers('harbour', { limit: 5_000 }))[0]?.ids).toHaveLength(4_000);
		await search.remove(all.slice(2).map(({ id }) => id));
		await search.put([{ id: 'id1', text: 'the sea', order: 1 }]);
		expect((await answers('harbour'))[0]?.ids).toEqual(['id0']);
		expect((await answers('sea'))[0]?.ids).toEqual(['id1']);
	});

	test('only what other filters left, which may change between queries', async () => {
		await search.put(items(10, () => 'evening'));
		const allowedIds = ['id3', 'id5', 'gone'];
		expect((await answers('eve', { limit: 9, allowedIds }))[0]?.ids).toEqual(['id5', 'id3']);
		expect((await answers('even', { limit: 9, allowedIds }))[0]?.ids).toEqual(['id5', 'id3']);
		expect((await answers('even', { limit: 9, allowedIds: [] }))[0]?.ids).toEqual([]);
		expect((await answers('even', { limit: 20, allowedIds: null }))[0]?.ids).toHaveLength(10);
	});

	test('says where it was with small differences alone', async () => {
		await search.put([
			{ id: 'a', text: 'the harbor', order: 1 },
			{ id: 'b', text: 'the harbour', order: 2 }
		]);
		expect(await answers('harbor')).toEqual([
			{ ids: ['b', 'a'], fuzzyMatches: ['b'], fuzzyTerms: ['harbour'], isComplete: true }
		]);
	});
});

describe('asking anew', () => {
	test('ends the answers of the queries before', async () => {
		await search.put(items(9_000, () => 'evening'));
		const all = await Promise.all(['e', 'ev', 'eve'].map((query) => answers(query)));
		expect(all.map((one) => one.length)).toEqual([0, 0, 2]);
	});

	test('ends the full answer that is still to come', async () => {
		await search.put(items(9_000, () => 'evening'));
		const old = search.find('eve', { limit: 1 });
		expect((await old.next()).value).toMatchObject({ ids: ['id8999'], isComplete: false });
		const rest = old.next();
		expect(await answers('even', { limit: 1 })).toHaveLength(2);
		expect(await rest).toEqual({ value: undefined, done: true });
	});
});

describe('closing', () => {
	test('ends the worker, what is asked, and what comes after', async () => {
		const terminate = vi.spyOn(Worker.prototype, 'terminate');
		await search.put(items(10, () => 'evening'));
		const asked = answers('eve');
		const putting = search.put(items(10, () => 'evening'));
		search.close();
		expect(await asked).toEqual([]);
		await expect(putting).rejects.toMatchObject({ name: 'SearchError', code: 'closed' });
		await expect(answers('eve')).rejects.toMatchObject({ code: 'closed' });
		await expect(search.remove(['id1'])).rejects.toMatchObject({ code: 'closed' });
		expect(terminate).toHaveBeenCalledTimes(1);
		terminate.mockRestore();
	});

	test('a worker that cannot be started is named', () => {
		vi.stubGlobal('Worker', undefined);
		expect(() => new Search()).toThrow(
			expect.objectContaining({ name: 'SearchError', code: 'no-worker' }) as Error
		);
		vi.unstubAllGlobals();
	});

	test('keeps nothing anywhere', async () => {
		const kept = async (): Promise<unknown[]> => [
			(await indexedDB.databases()).map(({ name }) => name),
			Object.keys(localStorage),
			Object.keys(sessionStorage)
		];
		// Other tests of this origin may have left something behind.
		const before = await kept();
		await search.put(items(10, () => 'evening'));
		await answers('eve');
		expect(await kept()).toEqual(before);
	});
});
