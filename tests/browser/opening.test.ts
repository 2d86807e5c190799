import { newEntry, type Entry } from '$lib/model/entry';
import { Journal } from '$lib/journal/journal.svelte';
import { encodeEntry } from '$lib/records/codec';
import { RecordStore } from '$lib/records/record-store';
import { RecordDatabase } from '$lib/storage/storage';
import { expect, test } from 'vitest';
import { openTestJournal, type TestJournal } from './open-test-journal';

/* Opening: the newest pages first, the rest behind them, and nothing mistaken for damage meanwhile. */

const DAY = 86_400_000;
const base = Date.UTC(2020, 0, 1, 12);

/** A page for each of so many days, the last one newest. */
function days(count: number): Entry[] {
	return Array.from({ length: count }, (_, index) => {
		const at = base + index * DAY;
		const written = { at, zone: 'UTC', day: new Date(at).toISOString().slice(0, 10) };
		const entry = newEntry({ companion: 'walking-away' });
		return { ...entry, text: `day ${index}`, written, changed: written, finished: true };
	});
}

async function withDays(count: number): Promise<{ one: TestJournal; entries: Entry[] }> {
	const one = await openTestJournal();
	const entries = days(count);
	const write = entries.map((entry) => encodeEntry(entry, null));
	await one.records.update(() => ({ write }));
	return { one, entries };
}

/** The same journal opened anew, with a storage whose reading of the rest waits for `go`. */
async function openSlowly({ name, vault, storage }: TestJournal): Promise<{
	journal: Journal;
	go: (fail?: boolean) => void;
}> {
	let go: (fail?: boolean) => void = () => undefined;
	const gate = new Promise<void>((resolve, reject) => {
		go = (fail = false) => {
			if (fail) reject(new Error('the disk is away'));
			else resolve();
		};
	});
	// It may fail before the reading has come as far as to wait for it.
	gate.catch(() => undefined);
	let first = true;
	class Slow extends RecordDatabase {
		override async readRange(
			...asked: Parameters<RecordDatabase['readRange']>
		): ReturnType<RecordDatabase['readRange']> {
			if (first) {
				first = false;
				await gate;
			}
			return super.readRange(...asked);
		}
	}
	const root = (await storage.readHeader())?.header.root ?? '';
	const journal = await Journal.load(new RecordStore(vault, new Slow(name), root));
	return { journal, go };
}

const texts = (journal: Journal): string[] => journal.entries.map(({ text }) => text);

test('the newest pages are there first, newest first, and then all', async () => {
	const { one, entries } = await withDays(150);
	const { journal, go } = await openSlowly(one);
	expect(journal.loadStatus).toBe('reading');
	expect(journal.entries).toHaveLength(60);
	expect(texts(journal)[0]).toBe('day 149');
	expect(texts(journal)[59]).toBe('day 90');
	go();
	await journal.loaded;
	expect(journal.loadStatus).toBe('whole');
	expect(texts(journal)).toEqual(entries.map(({ text }) => text).toReversed());
	expect(journal.damage).toEqual([]);
});

test('a page that is let go, written or changed meanwhile is as it was left, and no damage', async () => {
	const { one, entries } = await withDays(100);
	const { journal, go } = await openSlowly(one);
	const [oldest] = entries;
	const newest = entries.at(-1);
	if (!oldest || !newest) throw new Error('no entries');
	await journal.delete(newest.id);
	await one.journal.delete(oldest.id);
	const added = { ...newEntry({ companion: 'walking-away' }), text: 'written meanwhile' };
	await journal.save(added, null);
	const changed = journal.entries.find(({ text }) => text === 'day 98');
	const stored = journal.find(changed?.id ?? '');
	if (!stored) throw new Error('not there');
	await journal.save({ ...stored.entry, text: 'day 98, changed' }, stored.rev);
	go();
	await journal.loaded;
	expect(journal.damage).toEqual([]);
	expect(journal.entries).toHaveLength(99);
	expect(journal.find(newest.id)).toBeNull();
	expect(journal.find(oldest.id)).toBeNull();
	expect(journal.find(added.id)?.entry.text).toBe('written meanwhile');
	expect(texts(journal)).toContain('day 98, changed');
});

test('an old page can be opened before its turn', async () => {
	const { one, entries } = await withDays(80);
	const { journal, go } = await openSlowly(one);
	const id = entries[0]?.id ?? '';
	expect(journal.find(id)).toBeNull();
	expect((await journal.reload(id))?.entry.text).toBe('day 0');
	go();
	await journal.loaded;
	expect(journal.entries).toHaveLength(80);
});

test('when the rest cannot be read that is said, and it can be tried again', async () => {
	const { one } = await withDays(80);
	const { journal, go } = await openSlowly(one);
	go(true);
	await journal.loaded;
	expect(journal.loadStatus).toBe('stopped');
	expect(journal.entries).toHaveLength(60);
	await journal.loadRest();
	expect(journal.loadStatus).toBe('whole');
	expect(journal.entries).toHaveLength(80);
});

test('a journal that is closed meanwhile shows nothing more', async () => {
	const { one } = await withDays(80);
	const { journal, go } = await openSlowly(one);
	journal.dispose();
	go();
	await journal.loaded;
	expect(journal.entries).toHaveLength(0);
});

test('a page that is missing is named once all pages were read', async () => {
	const { one, entries } = await withDays(80);
	const lost = entries[3]?.id ?? '';
	await one.raw((db) => db.table('r').delete(lost));
	const again = await one.again();
	expect(again.journal.entries).toHaveLength(79);
	expect(again.journal.damage).toEqual([{ id: lost, code: 'missing', label: 'entry 2020-01-04' }]);
});
