import {
	deleteDatabases,
	RecordDatabase,
	StorageError,
	type RecordRow
} from '$lib/storage/storage';
import { storageErrorFrom } from '$lib/storage/storage-error';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';

let count = 0;
const vaultId = 'a'.repeat(32);
const expected = { vaultId, epoch: 1, root: 'root' };

function row(id: string, rev = 1): RecordRow {
	const n = crypto.getRandomValues(new Uint8Array(12));
	return { id, rev, ep: 1, n, c: new Uint8Array(1024) };
}

async function begun(): Promise<{ storage: RecordDatabase; name: string }> {
	const name = `storage-${Date.now()}-${(count += 1)}`;
	const storage = new RecordDatabase(name);
	const header = { vaultId, epoch: 1, root: 'root' };
	await storage.create({
		header,
		slots: [{ id: 'slot' }],
		keys: [{ id: 'slot', key: new Uint8Array(32) }],
		root: row('root')
	});
	return { storage, name };
}

async function stored(storage: RecordDatabase): Promise<Record<string, number>> {
	const { rows } = await storage.readAll();
	return Object.fromEntries(rows.map(({ id, rev }) => [id, rev]));
}

describe('a write', () => {
	test('keeps all of its records', async () => {
		const { storage } = await begun();
		const changes = [
			{ row: row('one'), baseRev: null },
			{ row: row('two'), baseRev: null }
		];
		expect(await storage.write(changes, expected)).toEqual({ written: true });
		expect(await stored(storage)).toEqual({ root: 1, one: 1, two: 1 });
	});

	test('keeps none of them when one has moved on', async () => {
		const { storage } = await begun();
		await storage.write([{ row: row('one'), baseRev: null }], expected);
		await storage.write([{ row: row('one', 2), baseRev: 1 }], expected);
		const result = await storage.write(
			[
				{ row: row('new'), baseRev: null },
				{ row: row('one', 2), baseRev: 1 }
			],
			expected
		);
		expect(result).toEqual({ written: false, conflicts: ['one'] });
		expect(await stored(storage)).toEqual({ root: 1, one: 2 });
	});

	test('counts the same sealing as written when its answer was lost', async () => {
		const { storage } = await begun();
		const change = { row: row('one'), baseRev: null };
		await storage.write([change], expected);
		expect(await storage.write([change], expected)).toEqual({ written: true });
	});

	test('refuses data of a newer format, and changes not a byte', async () => {
		const { storage, name } = await begun();
		const db = new Dexie(name);
		await db.open();
		await db.table('meta').update('vault', { format: 3 });
		const before = await db.table('r').toArray();
		await expect(
			storage.write([{ row: row('one'), baseRev: null }], expected)
		).rejects.toMatchObject({
			code: 'newer-format'
		});
		expect(await db.table('r').toArray()).toEqual(before);
		db.close();
	});

	test('refuses another vault, another epoch, and a journal that is gone', async () => {
		const { storage, name } = await begun();
		const change = [{ row: row('one'), baseRev: null }];
		const gone = { code: 'gone' };
		await expect(storage.write(change, { ...expected, epoch: 2 })).rejects.toMatchObject({
			code: 'other-key'
		});
		await expect(
			storage.write(change, { ...expected, vaultId: 'b'.repeat(32) })
		).rejects.toMatchObject(gone);
		await Dexie.delete(name);
		await expect(storage.write(change, expected)).rejects.toMatchObject(gone);
	});

	test('works again after the connection was closed under it', async () => {
		const { storage } = await begun();
		// Dexie does this in its own pagehide listener.
		storage.close();
		expect(await storage.write([{ row: row('one'), baseRev: null }], expected)).toEqual({
			written: true
		});
	});

	test('asks the disk, not the cache, when it says complete', async () => {
		const seen: (IDBTransactionOptions | undefined)[] = [];
		const original = IDBDatabase.prototype.transaction;
		IDBDatabase.prototype.transaction = function (names, mode, options) {
			if (mode === 'readwrite') seen.push(options);
			return original.call(this, names, mode, options);
		};
		try {
			const { storage } = await begun();
			await storage.write([{ row: row('one'), baseRev: null }], expected);
		} finally {
			IDBDatabase.prototype.transaction = original;
		}
		expect(seen.length).toBeGreaterThan(0);
		expect(seen.every((options) => options?.durability === 'strict')).toBe(true);
	});
});

describe('a beginning', () => {
	test('happens once', async () => {
		const { storage, name } = await begun();
		const second = new RecordDatabase(name);
		const again = await second.create({
			header: { vaultId: 'c'.repeat(32), epoch: 1, root: 'other' },
			slots: [{ id: 'other' }],
			keys: [{ id: 'other', key: new Uint8Array(32) }],
			root: row('other')
		});
		expect(again).toBe(false);
		expect((await storage.readHeader())?.header.vaultId).toBe(vaultId);
	});

	test('is taken back only while it holds nothing', async () => {
		const { storage } = await begun();
		await storage.write([{ row: row('one'), baseRev: null }], expected);
		await storage.undoCreate(vaultId);
		expect(await stored(storage)).toEqual({ root: 1, one: 1 });
	});

	test('is null before it happened', async () => {
		expect(await new RecordDatabase(`storage-none-${Date.now()}`).readHeader()).toBeNull();
	});
});

test('no store has an index, and the rows have no other field', async () => {
	const { storage, name } = await begun();
	await storage.write([{ row: row('one'), baseRev: null }], expected);
	const db = new Dexie(name);
	await db.open();
	expect(db.tables.map((table) => [table.name, table.schema.indexes.length])).toEqual([
		['keys', 0],
		['meta', 0],
		['r', 0],
		['slots', 0]
	]);
	for (const one of await db.table<object>('r').toArray()) {
		expect(Object.keys(one).sort()).toEqual(['c', 'ep', 'id', 'n', 'rev']);
	}
	db.close();
});

describe('removing databases', () => {
	const names = async (): Promise<(string | undefined)[]> =>
		(await indexedDB.databases()).map(({ name }) => name);

	test('takes every one whose name begins so, and no other, though they are open', async () => {
		const { storage, name } = await begun();
		await new RecordDatabase(`${name}-more`).probe();
		const { name: other } = await begun();
		expect(await deleteDatabases(name)).toEqual([]);
		expect(await names()).not.toContain(name);
		expect(await names()).not.toContain(`${name}-more`);
		expect(await names()).toContain(other);
		await expect(storage.readAll()).rejects.toMatchObject({ code: 'gone' });
		await expect(storage.probe()).rejects.toMatchObject({ code: 'gone' });
		expect(await names()).not.toContain(name);
	});

	test('is no fault where there is none', async () => {
		expect(await deleteDatabases(`storage-none-${Date.now()}`)).toEqual([]);
	});

	test('cannot be undone by a storage that was let go of while it opened', async () => {
		const { name } = await begun();
		const storage = new RecordDatabase(name);
		const reading = storage.readAll();
		storage.dispose();
		await expect(reading).rejects.toMatchObject({ code: 'gone' });
		expect(await deleteDatabases(name)).toEqual([]);
	});
});

describe('an error of the database', () => {
	const named = (name: string, inner?: Error): Error =>
		Object.assign(new Error(name), { name, inner });
	test.each([
		[
			'a full disk, found at commit',
			named('AbortError', named('QuotaExceededError')),
			'storage-full'
		],
		['a lost connection', named('DatabaseClosedError'), 'connection-lost'],
		['no database at all', named('OpenFailedError', named('InvalidStateError')), 'no-storage'],
		['storage denied', named('OpenFailedError', named('SecurityError')), 'no-storage'],
		['a missing API', named('MissingAPIError'), 'no-storage'],
		['a newer version', named('VersionError'), 'other-version-open'],
		['something unforeseen', named('Strange'), 'unknown']
	])('has a code: %s', (_, error, code) => {
		expect(storageErrorFrom(error)).toMatchObject({ code });
		expect(storageErrorFrom(error)).toBeInstanceOf(StorageError);
	});
});
