import { RecordDatabase, type RecordRow } from '$lib/storage/storage';
import { TIMEOUT_MS } from '$lib/storage/time-limit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/* A connection that comes when it was given up already belongs to nobody, and must not stay open: it would hold up
   whoever wants to change the database or delete it. */

let count = 0;
const root: RecordRow = { id: 'root', rev: 1, ep: 1, n: new Uint8Array(12), c: new Uint8Array(64) };

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

async function begun(): Promise<RecordDatabase> {
	const storage = new RecordDatabase(`late-${Date.now()}-${(count += 1)}`);
	const header = { vaultId: 'a'.repeat(32), epoch: 1, root: 'root' };
	await storage.create({ header, slots: [], keys: [], root });
	return storage;
}

/** Keeps back the answer to the next opening; returns the request, and what hands the answer over. */
function holdOpening(): { request: () => IDBOpenDBRequest; answer: () => void } {
	const open = indexedDB.open.bind(indexedDB);
	let request: IDBOpenDBRequest | null = null;
	let let_ = false;
	vi.spyOn(indexedDB, 'open').mockImplementationOnce((...input) => {
		request = open(...input);
		request.addEventListener('success', (event) => {
			if (!let_) event.stopImmediatePropagation();
		});
		return request;
	});
	return {
		request: () => {
			if (!request) throw new Error('nothing was opened');
			return request;
		},
		answer() {
			let_ = true;
			request?.dispatchEvent(new Event('success'));
		}
	};
}

function isOpen(database: IDBDatabase): boolean {
	try {
		database.transaction('meta', 'readonly');
		return true;
	} catch {
		return false;
	}
}

test('a connection that comes too late is closed, and the one that was made meanwhile stays', async () => {
	const storage = await begun();
	storage.close();
	const held = holdOpening();
	const reading = expect(storage.readHeader()).rejects.toMatchObject({ code: 'timeout' });
	await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
	await reading;
	await expect.poll(() => held.request().readyState).toBe('done');
	expect(await storage.readHeader()).not.toBeNull();
	held.answer();
	await expect.poll(() => isOpen(held.request().result)).toBe(false);
	const opened = vi.spyOn(indexedDB, 'open').mockClear();
	expect(await storage.readHeader()).not.toBeNull();
	expect(opened).not.toHaveBeenCalled();
	storage.dispose();
});

test('two that open at once make one connection, also after one was given up', async () => {
	const storage = await begun();
	storage.close();
	const held = holdOpening();
	const reading = expect(storage.readHeader()).rejects.toMatchObject({ code: 'timeout' });
	await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
	await reading;
	const second = holdOpening();
	const one = storage.readHeader();
	await expect.poll(() => second.request().readyState).toBe('done');
	held.answer();
	await expect.poll(() => isOpen(held.request().result)).toBe(false);
	const opened = vi.spyOn(indexedDB, 'open').mockClear();
	const other = storage.readHeader();
	second.answer();
	expect([await one, await other]).not.toContain(null);
	expect(opened).not.toHaveBeenCalled();
	storage.dispose();
});
