import { RecordDatabase, type RecordRow } from '$lib/storage/storage';
import { TIMEOUT_MS } from '$lib/storage/time-limit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { breakCall, type Breaking } from './faulty-database';

/* A database that does not answer is not waited for without end: whoever waits is told after ten seconds. */

let count = 0;
let breaking: Breaking | null = null;
const vaultId = 'a'.repeat(32);
const expected = { vaultId, epoch: 1, root: 'root' };
const row = (id: string): RecordRow => ({
	...{ id, rev: 1, ep: 1 },
	...{ n: new Uint8Array(12), c: new Uint8Array(1024) }
});
const change = [{ row: row('one'), baseRev: null }];

async function begun(): Promise<{ storage: RecordDatabase; name: string }> {
	const name = `no-answer-${Date.now()}-${(count += 1)}`;
	const storage = new RecordDatabase(name);
	await storage.create({ header: expected, slots: [], keys: [], root: row('root') });
	return { storage, name };
}

/** Keeps a transaction of another tab open, behind which every other one waits; returns what ends it. */
async function occupy(name: string): Promise<() => Promise<void>> {
	const db = await new Promise<IDBDatabase>((resolve) => {
		const request = indexedDB.open(name);
		request.onsuccess = () => resolve(request.result);
	});
	let held = true;
	const work = db.transaction(['meta', 'r'], 'readwrite');
	const askAgain = (): void => {
		work.objectStore('meta').get('vault').onsuccess = () => {
			if (held) askAgain();
		};
	};
	askAgain();
	return () =>
		new Promise((resolve) => {
			work.oncomplete = () => {
				db.close();
				resolve();
			};
			held = false;
		});
}

/** Expects that work is given up after ten seconds, and not a moment before. */
async function expectGivenUp(work: Promise<unknown>): Promise<void> {
	const told = vi.fn();
	work.catch(told);
	await vi.advanceTimersByTimeAsync(TIMEOUT_MS - 1);
	expect(told).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(1);
	expect(told).toHaveBeenCalledWith(expect.objectContaining({ code: 'timeout' }));
}

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
	breaking?.mend();
	vi.useRealTimers();
	vi.restoreAllMocks();
});

test('a write that gets no answer is given up, and can be made again later', async () => {
	const { storage, name } = await begun();
	const release = await occupy(name);
	await expectGivenUp(storage.write(change, expected));
	await release();
	expect(await storage.write(change, expected)).toEqual({ written: true });
});

test('a reading that gets no answer is given up', async () => {
	const { storage, name } = await begun();
	const release = await occupy(name);
	await expectGivenUp(storage.readAll());
	await release();
});

test('a reading of a great many is given as much time as their writing', async () => {
	const { storage } = await begun();
	const many = Array.from({ length: 1_600 }, (_, at) => ({ row: row(`r${at}`), baseRev: null }));
	await storage.write(many, expected);
	breaking = breakCall(2, 'hang');
	const told = vi.fn();
	storage.readAll().catch(told);
	await expect.poll(() => breaking?.happened).toBe(true);
	await vi.advanceTimersByTimeAsync(TIMEOUT_MS + 5_000);
	expect(told).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(1_010);
	expect(told).toHaveBeenCalledWith(expect.objectContaining({ code: 'timeout' }));
});

test('a database that does not open is given up', async () => {
	const { storage } = await begun();
	storage.close();
	vi.spyOn(IDBFactory.prototype, 'open').mockReturnValue({} as IDBOpenDBRequest);
	await expectGivenUp(storage.readHeader());
});
