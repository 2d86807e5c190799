import { Storage, type Row } from '$lib/storage/storage';
import { afterEach, expect, test, vi } from 'vitest';
import { breakCall, type Breaking } from './faulty-database';

/* What is written after a write that was broken off must not come to stand behind it in Chromium's log. */

const vaultId = 'a'.repeat(32);
const expected = { vaultId, epoch: 1, root: 'root' };
const row = (id: string): Row => ({
	id,
	rev: 1,
	ep: 1,
	n: new Uint8Array(12),
	c: new Uint8Array(64)
});
let count = 0;
let breaking: Breaking;

afterEach(() => {
	breaking.mend();
	vi.restoreAllMocks();
});

/** A journal whose next write is broken off, and is tried again; and what is opened and deleted from then on. */
async function aboutToBreak(): Promise<{ storage: Storage; name: string; asked: string[] }> {
	const name = `new-log-${Date.now()}-${(count += 1)}`;
	const storage = new Storage(name);
	const header = { vaultId, epoch: 1, root: 'root' };
	await storage.begin({ header, slots: [], keys: [], root: row('root') });
	breaking = breakCall(1, 'abort');
	const asked: string[] = [];
	const { open, deleteDatabase } = indexedDB;
	vi.spyOn(indexedDB, 'open').mockImplementation((...input) => {
		asked.push(`open ${input[0]}`);
		return open.apply(indexedDB, input);
	});
	vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation((one) => {
		asked.push(`delete ${one}`);
		return deleteDatabase.call(indexedDB, one);
	});
	return { storage, name, asked };
}

const write = (storage: Storage, id: string) =>
	storage.write([{ row: row(id), was: null }], expected);
const ids = async (storage: Storage): Promise<string[]> =>
	(await storage.readAll()).rows.map(({ id }) => id);

test('a new log is begun before anything is written again, and not once more', async () => {
	const { storage, name, asked } = await aboutToBreak();
	await write(storage, 'first');
	expect(asked).toEqual([`open ${name}-log`, `delete ${name}-log`, `open ${name}`]);
	await write(storage, 'second');
	expect(asked).toHaveLength(3);
	expect(await ids(storage)).toEqual(['first', 'root', 'second']);
	expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(`${name}-log`);
});

test('nothing is written while there is no room for one', async () => {
	const { storage, asked } = await aboutToBreak();
	const full = vi
		.spyOn(FileSystemWritableFileStream.prototype, 'write')
		.mockRejectedValue(new DOMException('', 'QuotaExceededError'));
	await expect(write(storage, 'first')).rejects.toMatchObject({ code: 'storage-full' });
	await expect(write(storage, 'first')).rejects.toMatchObject({ code: 'storage-full' });
	expect(asked).toEqual([]);
	expect(await ids(storage)).toEqual(['root']);
	full.mockRestore();
	await write(storage, 'first');
	expect(await ids(storage)).toEqual(['first', 'root']);
	const left = (await navigator.storage.getDirectory()).getFileHandle('own-voice-room');
	await expect(left).rejects.toThrow();
});
