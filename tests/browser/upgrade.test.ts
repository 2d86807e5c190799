import { findJournal } from '$lib/session/unlock-journal';
import { DATABASE_NAME } from '$lib/session/database-name';
import type { UnlockedJournal } from '$lib/session/key-slots';
import { newEntry } from '$lib/model/entry';
import { deleteDatabases, RecordDatabase, type RecordRow } from '$lib/storage/storage';
import { afterEach, expect, test, vi } from 'vitest';
import fixture from '../fixtures/format-1.json';
import { setBackToFormat1 } from './format-1-journal';
import {
	beginLocked,
	headerNow,
	inDatabase,
	mustOpenBy,
	newKey,
	oneMore,
	openBy,
	plantedRow,
	putSlot,
	rowOf,
	slotRows,
	spoilList
} from './slot-attack';
import { thaw } from './thaw';

/* A journal of format 1 is taken over right after it was opened: its slots get a proof where something vouches for them. */

const codes = (open: UnlockedJournal): string[] =>
	open.slotReport.faults.map(({ code }) => code).sort();
const proven = async (): Promise<number> =>
	(await slotRows()).filter(({ proof }) => proof !== undefined).length;

afterEach(async () => {
	vi.restoreAllMocks();
	await deleteDatabases(DATABASE_NAME);
	localStorage.clear();
});

async function lockedFormat1(): Promise<void> {
	await beginLocked(1, 2);
	const open = await mustOpenBy(1);
	await setBackToFormat1(open);
	open.journal.dispose();
	expect(await headerNow()).toMatchObject({ format: 1 });
	expect(await proven()).toBe(0);
}

test('the frozen journal of format 1 becomes one of format 2, and its records stay byte for byte', async () => {
	await thaw(DATABASE_NAME, fixture.stores);
	const before = JSON.stringify(await inDatabase((db) => db.table('r').toArray()));
	const open = (await findJournal(() => undefined)) as UnlockedJournal;
	expect(codes(open)).toEqual([]);
	expect(await headerNow()).toMatchObject({ format: 2, epoch: 1 });
	expect(await proven()).toBe(1);
	expect(JSON.stringify(await inDatabase((db) => db.table('r').toArray()))).toBe(before);
	open.journal.dispose();
});

test('the slots that the list of format 1 vouches for are proven, and no other', async () => {
	await lockedFormat1();
	const { proof: _, qn: __, ...planted } = await plantedRow(66);
	await putSlot(planted);
	const open = await mustOpenBy(1);
	expect(codes(open)).toEqual(['unproven']);
	expect(await proven()).toBe(2);
	expect(await headerNow()).toMatchObject({ format: 2, epoch: 1 });
	expect(open.journal.slots.map(({ label }) => label)).toEqual(['way 1', 'way 2']);
	expect(await newKey(open, 3)).toMatchObject({ code: 'slots-damaged' });
	open.journal.dispose();
});

test('a slot of format 1 with another public half than its list says is not proven', async () => {
	await lockedFormat1();
	await putSlot({ ...(await rowOf(2)), pub: (await plantedRow(9)).pub });
	const open = await mustOpenBy(1);
	expect(codes(open)).toEqual(['changed']);
	expect(await proven()).toBe(1);
	open.journal.dispose();
});

test.each(['damaged', 'missing'] as const)(
	'where the list of format 1 is %s, only the slot that opened the journal is proven',
	async (how) => {
		await lockedFormat1();
		await spoilList(how, { upgraded: false });
		const open = await mustOpenBy(1);
		expect(codes(open)).toEqual(['no-list', 'unproven']);
		expect(await proven()).toBe(1);
		expect(await oneMore(open, 3)).toMatchObject({ code: 'slots-damaged' });
		open.journal.dispose();
	}
);

test('whoever opens it next finds it taken over, and can change its ways', async () => {
	await lockedFormat1();
	(await mustOpenBy(1)).journal.dispose();
	const open = await mustOpenBy(2);
	expect(codes(open)).toEqual([]);
	expect(open.journal.damage).toEqual([]);
	expect(await newKey(open, 3)).toBeNull();
	open.journal.dispose();
	for (const seed of [1, 2, 3]) (await openBy(seed))?.journal.dispose();
	expect(await proven()).toBe(3);
});

test('where it cannot be taken over it is read and written on as it was, and no key changes', async () => {
	await lockedFormat1();
	const write = RecordDatabase.prototype.write;
	const full = vi.spyOn(RecordDatabase.prototype, 'write').mockImplementation(function (
		this: RecordDatabase,
		changes,
		expected,
		more
	) {
		if (more?.slots?.upgradesFormat) return Promise.reject(new Error('no room'));
		return write.call(this, changes, expected, more);
	});
	const open = await mustOpenBy(1);
	expect(await headerNow()).toMatchObject({ format: 1 });
	await open.journal.save({ ...newEntry({ companion: 'walking-away' }), text: 'and on' }, null);
	expect(await newKey(open, 3)).toMatchObject({ message: 'no room' });
	expect(await headerNow()).toMatchObject({ format: 1, epoch: 1 });
	full.mockRestore();
	expect(await newKey(open, 3)).toBeNull();
	expect(await headerNow()).toMatchObject({ format: 2, epoch: 2 });
	open.journal.dispose();
});

test('taking over touches three records, however many there are', async () => {
	await lockedFormat1();
	const open = await mustOpenBy(1);
	const pages = Array.from({ length: 500 }, (_, index) => ({
		...newEntry({ companion: 'walking-away' }),
		text: `page ${index}`
	}));
	const nothing = { versions: [], prompts: [], library: [], settings: null };
	await open.journal.importer.apply({ ...nothing, entries: pages });
	await setBackToFormat1(open);
	open.journal.dispose();
	const texts = async (): Promise<Map<string, string>> => {
		const rows = await inDatabase((db) => db.table<RecordRow>('r').toArray());
		return new Map(rows.map(({ id, n }) => [id, n.join()]));
	};
	const before = await texts();
	const again = await mustOpenBy(1);
	const after = await texts();
	expect(after.size).toBe(before.size);
	expect([...after].filter(([id, n]) => before.get(id) !== n)).toHaveLength(3);
	expect(again.journal.entries).toHaveLength(501);
	expect(await proven()).toBe(2);
	again.journal.dispose();
}, 120_000);
