import fc from 'fast-check';
import { entryDefaults, newEntry, type Entry } from '$lib/model/entry';
import { EntrySearch, type SearchResult } from '$lib/queries/entry-search';
import { afterEach, expect, test, vi } from 'vitest';
import { tries } from '../thorough';
import { runSearch, closeSearch, prepareSearch } from '../../src/routes/journal/search-controller';
import { openTestJournal } from './open-test-journal';

/* The search of a journal follows its pages, and ends with it. */

afterEach(() => {
	closeSearch();
	vi.restoreAllMocks();
});

function page(id: number, text: string, at: number): Entry {
	const written = { at, zone: 'Europe/Dublin', day: '2026-11-22' };
	const entry = newEntry({ companion: 'walking-away' });
	return { ...entry, ...entryDefaults, id: `id${id}`, text, written, changed: written };
}

async function found(searching: EntrySearch, query: string): Promise<string[]> {
	let ids: string[] = [];
	for await (const one of searching.find({ query, allowedIds: null, limit: 3 })) ids = one.ids;
	return ids;
}

/** What a worker was asked. */
function callsOf(ask: { mock: { calls: unknown[][] } }): { call: string; input: unknown }[] {
	return ask.mock.calls.map(([message]) => message as { call: string; input: unknown });
}

const newestFirst = (all: readonly Entry[]): Entry[] =>
	all.toSorted((a, b) => b.written.at - a.written.at);

const change = fc.record({
	id: fc.nat(7),
	kind: fc.constantFrom('write', 'write', 'hide', 'seal', 'show', 'remove'),
	word: fc.constantFrom('harbour', 'lighthouse')
});

test('whatever becomes of the pages, those that are shown are found as they are now', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.array(change, { maxLength: 5 }), { maxLength: 6 }),
			async (days) => {
				const searching = new EntrySearch();
				let pages: Entry[] = [];
				for (const changes of days) {
					for (const { id, kind, word } of changes) {
						const known = pages.find((one) => one.id === `id${id}`);
						pages = pages.filter((one) => one !== known);
						if (kind === 'write') pages.push(page(id, word, id));
						else if (known && kind !== 'remove') {
							const sealedUntil = kind === 'seal' ? '2090-01-31' : null;
							pages.push({ ...known, hidden: kind === 'hide', sealedUntil });
						}
					}
					pages = newestFirst(pages);
					await searching.sync(pages);
				}
				const shown = pages.filter((one) => !one.hidden && one.sealedUntil === null);
				for (const word of ['harbour', 'lighthouse']) {
					expect(await found(searching, word)).toEqual(
						shown.filter(({ text }) => text === word).map(({ id }) => id)
					);
				}
				searching.close();
			}
		),
		tries(60, 6)
	);
});

test('a search says when it has nothing to take in, and takes in only what is new', async () => {
	const ask = vi.spyOn(Worker.prototype, 'postMessage');
	const searching = new EntrySearch();
	const [one, two, three] = [page(1, 'one', 1), page(2, 'two', 2), page(3, 'three', 3)];
	expect(searching.sync([])).toBeNull();
	await searching.sync([two, one]);
	expect(searching.sync([two, one])).toBeNull();
	ask.mockClear();
	await searching.sync([three, two, one]);
	expect(callsOf(ask)).toMatchObject([{ call: 'put', input: [{ id: 'id3' }] }]);
	searching.close();
});

test('a search is kept between two visits, and ends with its journal', async () => {
	const { journal } = await openTestJournal();
	await journal.save({ ...newEntry({ companion: 'walking-away' }), text: 'the harbour' }, null);
	const ask = vi.spyOn(Worker.prototype, 'postMessage');
	const terminate = vi.spyOn(Worker.prototype, 'terminate');
	const asked = (): string[] => callsOf(ask).map(({ call }) => call);
	const look = async (): Promise<(SearchResult & { isPartial: boolean })[]> => {
		const all: (SearchResult & { isPartial: boolean })[] = [];
		const sought = { query: 'harb', allowedIds: null, limit: 5 };
		const { signal } = new AbortController();
		for await (const one of runSearch(journal, journal.entries, sought, signal)) all.push(one);
		return all;
	};
	prepareSearch(journal);
	expect((await look()).at(-1)).toMatchObject({ ids: [journal.entries[0]?.id], isPartial: false });
	expect(asked()).toContain('put');
	ask.mockClear();
	expect(await look()).toHaveLength(1);
	expect(asked()).toEqual(['findFirst']);
	const [worker] = ask.mock.contexts;
	expect(terminate).not.toHaveBeenCalled();
	journal.dispose();
	expect(terminate.mock.contexts).toContain(worker);
});

test('a search that cannot be started says so, and is tried again the next time', async () => {
	const { journal } = await openTestJournal();
	await journal.save({ ...newEntry({ companion: 'walking-away' }), text: 'the harbour' }, null);
	const look = async (): Promise<number> => {
		let count = 0;
		const sought = { query: 'harb', allowedIds: null, limit: 5 };
		const { signal } = new AbortController();
		for await (const { ids } of runSearch(journal, journal.entries, sought, signal)) {
			count = ids.length;
		}
		return count;
	};
	vi.stubGlobal('Worker', undefined);
	expect(() => prepareSearch(journal)).not.toThrow();
	await expect(look()).rejects.toMatchObject({ name: 'SearchError', code: 'no-worker' });
	vi.unstubAllGlobals();
	expect(await look()).toBe(1);
	journal.dispose();
});
