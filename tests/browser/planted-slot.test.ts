import { createOnDevice } from '$lib/session/create-journal';
import { findJournal } from '$lib/session/unlock-journal';
import { DATABASE_NAME } from '$lib/session/database-name';
import { rekeyJournal, renameSlot } from '$lib/session/key-slots';
import { rebuildSlotList } from '$lib/session/verify-slots';
import { deleteDatabases, type RecordRow } from '$lib/storage/storage';
import type { UnlockedJournal } from '$lib/session/key-slots';
import { afterEach, describe, expect, test } from 'vitest';
import {
	beginLocked,
	fresh,
	inDatabase,
	headerNow,
	mustOpenBy,
	newKey,
	oneMore,
	openBy,
	opensAnything,
	plantedRow,
	putSlot,
	rowOf,
	setHeader,
	slotRows,
	spoilList,
	wayOf
} from './slot-attack';

/*
 * Somebody who can write into the database of a locked journal, and has no key, puts a row of their own among its
 * slots, or changes one: no key ever goes to it, and nothing that holds a key changes before a person has decided.
 */

const ATTACKER = 66;
const nothing = (): void => undefined;

afterEach(async () => {
	await deleteDatabases(DATABASE_NAME);
	localStorage.clear();
});

/** What is wrong, as codes. */
const codes = (open: UnlockedJournal): string[] =>
	open.slotReport.faults.map(({ code }) => code).sort();

/** Expects that every change of a way in is refused, that none has happened, and that the attacker opens nothing. */
async function expectNoChange(open: UnlockedJournal): Promise<void> {
	const before = JSON.stringify(await slotRows());
	const id = open.journal.slots[0]?.id ?? '';
	const refused = { code: 'slots-damaged' };
	expect(await newKey(open, 3)).toMatchObject(refused);
	expect(await oneMore(open, 4)).toMatchObject(refused);
	await expect(rekeyJournal(open, [], (note) => note.id === id, fresh)).rejects.toMatchObject(
		refused
	);
	await expect(renameSlot(open, id, 'another name')).rejects.toMatchObject(refused);
	expect(JSON.stringify(await slotRows())).toBe(before);
	expect(await headerNow()).toMatchObject({ epoch: 1, format: 2 });
	expect(await opensAnything(ATTACKER)).toBe(false);
	expect(open.journal.entries.map(({ text }) => text)).toEqual(['my words']);
}

describe.each(['damaged', 'missing'] as const)('a planted row beside a list that is %s', (how) => {
	test('is named, receives no key, and opens nothing after what the owner tries', async () => {
		await beginLocked(1, 2);
		await spoilList(how);
		await putSlot({ ...(await plantedRow(ATTACKER)), kind: 'passphrase' });
		const open = await mustOpenBy(1);
		expect(open.journal.slots).toMatchObject([{ label: 'way 1' }]);
		expect(codes(open)).toEqual(['no-list', 'unfinished', 'unproven']);
		await expectNoChange(open);
		open.journal.dispose();
	});

	test('is gone after the owner made the list anew, and the next key is not for it', async () => {
		await beginLocked(1, 2);
		await spoilList(how);
		await putSlot(await plantedRow(ATTACKER));
		const open = await mustOpenBy(1);
		expect((await rebuildSlotList(open)).faults).toEqual([]);
		expect(await slotRows()).toHaveLength(1);
		expect(await newKey(open, 3)).toBeNull();
		open.journal.dispose();
		expect(await opensAnything(ATTACKER)).toBe(false);
		expect(await openBy(2)).toBeNull();
		const again = await mustOpenBy(3);
		expect(again.journal.slots.map(({ label }) => label)).toEqual(['way 1', 'way 3']);
		expect(codes(again)).toEqual([]);
		expect(again.journal.damage).toEqual([]);
		again.journal.dispose();
	});
});

test('a planted row beside a whole list is named, and nothing changes before it is settled', async () => {
	await beginLocked(1, 2);
	await putSlot(await plantedRow(ATTACKER));
	const open = await mustOpenBy(1);
	expect(codes(open)).toEqual(['unproven']);
	await expectNoChange(open);
	await rebuildSlotList(open);
	expect(open.journal.slots).toHaveLength(2);
	open.journal.dispose();
	(await mustOpenBy(2)).journal.dispose();
});

test('a row that is planted while the journal is open receives no key', async () => {
	await beginLocked(1, 2);
	const open = await mustOpenBy(1);
	expect(codes(open)).toEqual([]);
	await putSlot(await plantedRow(ATTACKER));
	await expectNoChange(open);
	open.journal.dispose();
});

/** What an attacker does to the row of way 1, with what then is wrong; the journal is opened by way 2. */
const kin: [string, () => Promise<unknown>, string[]][] = [
	[
		'is removed',
		async () => inDatabase(async (db) => db.table('slots').delete((await rowOf(1)).id)),
		['missing']
	],
	[
		'has its public half replaced',
		async () => putSlot({ ...(await rowOf(1)), pub: (await plantedRow(9)).pub }),
		['changed']
	],
	[
		'has its credential replaced',
		async () => putSlot({ ...(await rowOf(1)), credential: new Uint8Array(16).fill(9) }),
		['changed']
	],
	[
		'has its kind changed',
		async () => putSlot({ ...(await rowOf(1)), kind: 'passphrase' }),
		['changed']
	],
	[
		'has a lower cost',
		async () => {
			const kdf = { name: 'scrypt', n: 2 ** 15, r: 8, p: 1, salt: '0'.repeat(32) };
			await putSlot({ ...(await rowOf(1)), kdf });
		},
		['changed']
	],
	[
		'has another name',
		async () => {
			const row = await rowOf(1);
			const { proof, qn } = await plantedRow(9);
			await putSlot({ ...row, proof, qn });
		},
		['changed']
	],
	[
		'has one field more',
		async () => putSlot({ ...(await rowOf(1)), more: 'than there was' }),
		['changed']
	],
	[
		'has no proof any more',
		async () => {
			const { proof: _, qn: __, ...row } = await rowOf(1);
			await putSlot(row);
		},
		['changed']
	],
	['is of another epoch', async () => putSlot({ ...(await rowOf(1)), epoch: 7 }), ['missing']],
	[
		'lies there once more under another id',
		async () => putSlot({ ...(await rowOf(1)), id: 'f'.repeat(32) }),
		['unproven']
	]
];

test.each(kin)('a row that %s is named, and no key changes', async (_, attack, found) => {
	await beginLocked(1, 2);
	await attack();
	const open = await mustOpenBy(2);
	expect(codes(open)).toEqual(found);
	await expectNoChange(open);
	open.journal.dispose();
});

test('two rows that have swapped their fields are both named', async () => {
	await beginLocked(1, 2, 5);
	const [one, two] = [await rowOf(1), await rowOf(2)];
	await putSlot({ ...two, id: one.id });
	await putSlot({ ...one, id: two.id });
	const open = await mustOpenBy(5);
	expect(codes(open)).toEqual(['changed', 'changed']);
	await expectNoChange(open);
	open.journal.dispose();
});

test('a row with the attacker’s public half still opens, and is handed nothing', async () => {
	await beginLocked(1, 2);
	await spoilList('damaged');
	await putSlot({ ...(await rowOf(1)), pub: (await plantedRow(ATTACKER)).pub });
	const open = await mustOpenBy(1);
	expect(codes(open)).toEqual(['no-list', 'unfinished', 'unproven']);
	await expectNoChange(open);
	await expect(rebuildSlotList(open)).rejects.toMatchObject({ code: 'slots-damaged' });
	open.journal.dispose();
	expect(await slotRows()).toHaveLength(2);
});

test('a row of an older epoch that is put back opens nothing, and goes with the next key', async () => {
	await beginLocked(1, 2);
	const old = await rowOf(2);
	const open = await mustOpenBy(1);
	const isTwo = (label: string): boolean => label === 'way 2';
	(await rekeyJournal(open, [], ({ label }) => !isTwo(label), fresh)).close();
	open.journal.dispose();
	await putSlot({ ...old, epoch: 2 });
	expect(await openBy(2)).toBeNull();
	const again = await mustOpenBy(1);
	expect(codes(again)).toEqual(['unproven']);
	expect(await newKey(again, 3)).toMatchObject({ code: 'slots-damaged' });
	again.journal.dispose();
	// As it was it is of before, and no more than that.
	await putSlot(old);
	expect(await openBy(2)).toBeNull();
	const then = await mustOpenBy(1);
	expect(codes(then)).toEqual([]);
	expect(await newKey(then, 3)).toBeNull();
	then.journal.dispose();
	expect(await openBy(2)).toBeNull();
	expect(await slotRows()).toHaveLength(2);
});

describe('a header that is set back to format 1', () => {
	test('lets no planted row in, whatever becomes of the list', async () => {
		for (const how of ['whole', 'damaged', 'missing'] as const) {
			await beginLocked(1, 2);
			if (how !== 'whole') await spoilList(how);
			const { proof: _, qn: __, ...planted } = await plantedRow(ATTACKER);
			await putSlot(planted);
			await setHeader({ format: 1 });
			const open = await mustOpenBy(1);
			expect(codes(open)).toContain('unproven');
			await expectNoChange(open);
			open.journal.dispose();
			await deleteDatabases(DATABASE_NAME);
		}
	});

	test('launders no row whose proof was taken off', async () => {
		await beginLocked(1, 2);
		const { proof: _, qn: __, ...row } = await rowOf(2);
		await putSlot({ ...row, credential: new Uint8Array(16).fill(9) });
		await setHeader({ format: 1 });
		const open = await mustOpenBy(1);
		expect(codes(open)).toEqual(['changed']);
		await expectNoChange(open);
		open.journal.dispose();
	});
});

test('a journal that was put back to before its passphrase says that it opened unasked', async () => {
	const first = await createOnDevice(nothing);
	const copy = await inDatabase(async (db) =>
		Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const))
	);
	(await rekeyJournal(first, [wayOf(1)], () => true, fresh)).close();
	first.journal.dispose();
	(await mustOpenBy(1)).journal.dispose();
	expect(localStorage.getItem('own-voice:journal')).toBe('locked');
	await inDatabase(async (db) => {
		for (const [name, rows] of copy) {
			await db.table<RecordRow>(name).clear();
			await db.table<RecordRow>(name).bulkPut(rows as RecordRow[]);
		}
	});
	// At once, and as long as nobody has said that it is meant so.
	for (let count = 0; count < 2; count += 1) {
		const open = (await findJournal(nothing)) as UnlockedJournal;
		expect(open.unlockedUnexpectedly).toBe(true);
		open.journal.dispose();
	}
});

test('a journal that always opened by itself says nothing of it', async () => {
	(await createOnDevice(nothing)).journal.dispose();
	const open = (await findJournal(nothing)) as UnlockedJournal;
	expect(open.unlockedUnexpectedly).toBe(false);
	expect(codes(open)).toEqual([]);
	open.journal.dispose();
});
