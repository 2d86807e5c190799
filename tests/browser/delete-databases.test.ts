import { deleteDatabases } from '$lib/storage/storage';
import { TIMEOUT_MS } from '$lib/storage/time-limit';
import { afterEach, expect, test, vi } from 'vitest';
import { holdTimers } from './held-timers';

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
	expect(await deleteDatabases(prefix)).toEqual([]);
	const left = (await listing()).filter(({ name }) => name?.startsWith(prefix));
	expect(left).toEqual([]);
});

test('a database that is held open is named, and others are not', async () => {
	const prefix = `held-${Date.now()}`;
	const held = await ended(indexedDB.open(prefix));
	(await ended(indexedDB.open(`${prefix}-other`))).close();
	// What is silent for ten seconds counts as held; they are over once the other is gone.
	const timers = holdTimers(TIMEOUT_MS);
	const removing = deleteDatabases(prefix);
	await expect
		.poll(async () => (await indexedDB.databases()).map(({ name }) => name))
		.not.toContain(`${prefix}-other`);
	expect(timers.goOff()).toBe(1);
	expect(await removing).toEqual([prefix]);
	timers.release();
	held.close();
	expect(await deleteDatabases(prefix)).toEqual([]);
});
