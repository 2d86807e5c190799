import { removeDatabases } from '$lib/storage/storage';
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.restoreAllMocks());

const ended = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('request failed'));
	});

test('a database that is made while the others are removed is removed too', async () => {
	const prefix = `removing-${Date.now()}`;
	(await ended(indexedDB.open(prefix))).close();
	const listing = indexedDB.databases.bind(indexedDB);
	vi.spyOn(indexedDB, 'databases').mockImplementationOnce(async () => {
		const found = await listing();
		// As a page does that has just been opened.
		(await ended(indexedDB.open(`${prefix}-log`))).close();
		return found;
	});
	expect(await removeDatabases(prefix)).toEqual([]);
	const left = (await listing()).filter(({ name }) => name?.startsWith(prefix));
	expect(left).toEqual([]);
});

test('a database that is held open is named, and others are not', async () => {
	const prefix = `held-${Date.now()}`;
	const held = await ended(indexedDB.open(prefix));
	(await ended(indexedDB.open(`${prefix}-other`))).close();
	expect(await removeDatabases(prefix)).toEqual([prefix]);
	held.close();
	expect(await removeDatabases(prefix)).toEqual([]);
}, 30_000);
