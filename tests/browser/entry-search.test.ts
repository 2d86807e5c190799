import fc from 'fast-check';
import { entryDefaults, newEntry, type Entry } from '$lib/model/entry';
import { searchOf, EntrySearch, type EntryResult } from '$lib/queries/entry-search';
import { afterEach, expect, test, vi } from 'vitest';
import { tries } from '../thorough';
import { openTestJournal } from './open-test-journal';

/* The search of a journal follows its entries, and ends with it. */

afterEach(() => {
	vi.restoreAllMocks();
});

function page(id: number, text: string, at: number): Entry {
	const written = { at, zone: 'Europe/Dublin', day: '2026-11-22' };
	const entry = newEntry({ companion: 'walking-away' });
	return { ...entry, ...entryDefaults, id: `id${id}`, text, written, changed: written };
}

/** A journal of which nothing but its list of entries exists. */
function fakeJournal(): { entries: readonly Entry[]; closedSignal: AbortSignal } {
	return { entries: [], closedSignal: new AbortController().signal };
}

/** Returns all results of a query. */
async function resultsOf(search: EntrySearch, query: string): Promise<EntryResult[]> {
	const results: EntryResult[] = [];
	const { signal } = new AbortController();
	for await (const result of search.find({ query, allowedIds: null, limit: 5 }, signal)) {
		results.push(result);
	}
	return results;
}

async function found(search: EntrySearch, query: string): Promise<string[]> {
	return (await resultsOf(search, query)).at(-1)?.ids ?? [];
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
				const journal = fakeJournal();
				const search = new EntrySearch(journal);
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
					journal.entries = pages;
					await search.sync();
				}
				const shown = pages.filter((one) => !one.hidden && one.sealedUntil === null);
				for (const word of ['harbour', 'lighthouse']) {
					expect(await found(search, word)).toEqual(
						shown.filter(({ text }) => text === word).map(({ id }) => id)
					);
				}
				search.close();
			}
		),
		tries(60, 6)
	);
});

test('a search says when it has nothing to take in, and takes in only what is new', async () => {
	const ask = vi.spyOn(Worker.prototype, 'postMessage');
	const journal = fakeJournal();
	const search = new EntrySearch(journal);
	const [one, two, three] = [page(1, 'one', 1), page(2, 'two', 2), page(3, 'three', 3)];
	expect(search.sync()).toBeNull();
	journal.entries = [two, one];
	await search.sync();
	journal.entries = [two, one];
	expect(search.sync()).toBeNull();
	ask.mockClear();
	journal.entries = [three, two, one];
	await search.sync();
	expect(callsOf(ask)).toMatchObject([{ call: 'put', input: [{ id: 'id3' }] }]);
	search.close();
});

test('a search is kept between two visits, and ends with its journal', async () => {
	const { journal } = await openTestJournal();
	await journal.save({ ...newEntry({ companion: 'walking-away' }), text: 'the harbour' }, null);
	const ask = vi.spyOn(Worker.prototype, 'postMessage');
	const terminate = vi.spyOn(Worker.prototype, 'terminate');
	const asked = (): string[] => callsOf(ask).map(({ call }) => call);
	const search = searchOf(journal);
	search.prepare();
	expect((await resultsOf(search, 'harb')).at(-1)).toMatchObject({
		ids: [journal.entries[0]?.id],
		isPartial: false
	});
	expect(asked()).toContain('put');
	ask.mockClear();
	expect(await resultsOf(searchOf(journal), 'harb')).toHaveLength(1);
	expect(asked()).toEqual(['findFirst']);
	const [worker] = ask.mock.contexts;
	expect(terminate).not.toHaveBeenCalled();
	journal.dispose();
	expect(terminate.mock.contexts).toContain(worker);
});

test('a search that cannot be started says so, and is tried again the next time', async () => {
	const { journal } = await openTestJournal();
	await journal.save({ ...newEntry({ companion: 'walking-away' }), text: 'the harbour' }, null);
	const search = searchOf(journal);
	vi.stubGlobal('Worker', undefined);
	expect(() => search.prepare()).not.toThrow();
	await expect(resultsOf(search, 'harb')).rejects.toMatchObject({
		name: 'SearchError',
		code: 'no-worker'
	});
	vi.unstubAllGlobals();
	expect(await found(search, 'harb')).toHaveLength(1);
	journal.dispose();
});

test('a query ends with its signal, and when a newer one begins', async () => {
	const journal = fakeJournal();
	const search = new EntrySearch(journal);
	journal.entries = Array.from({ length: 6 }, (_, at) => page(at, 'the harbour', 6 - at));
	const cancelled = new AbortController();
	const old = search.find({ query: 'harb', allowedIds: null, limit: 1 }, cancelled.signal);
	expect((await old.next()).value).toMatchObject({ isPartial: true });
	cancelled.abort();
	expect(await old.next()).toEqual({ value: undefined, done: true });
	const both = await Promise.all(['ha', 'harb'].map((query) => resultsOf(search, query)));
	expect(both[0]).toEqual([]);
	expect(both[1]?.at(-1)?.ids).toHaveLength(6);
	search.close();
});

test('a closed journal is not searched', async () => {
	const journal = fakeJournal();
	const closing = new AbortController();
	const search = new EntrySearch({ ...journal, closedSignal: closing.signal });
	expect(await found(search, 'harb')).toEqual([]);
	closing.abort();
	await expect(found(search, 'harb')).rejects.toMatchObject({ code: 'closed' });
});
