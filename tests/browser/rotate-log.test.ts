import { RecordDatabase, type RecordRow } from '$lib/storage/storage';
import { TIMEOUT_MS } from '$lib/storage/time-limit';
import { afterEach, expect, test, vi } from 'vitest';
import { breakCall, type Breaking } from './faulty-database';
import { askTheBrowserForRoom } from './enough-space';

askTheBrowserForRoom();

/* What a page writes must not come to stand behind half a record in Chromium's log. */

const vaultId = 'a'.repeat(32);
const expected = { vaultId, epoch: 1, root: 'root' };
const row = (id: string): RecordRow => ({
	id,
	rev: 1,
	ep: 1,
	n: new Uint8Array(12),
	c: new Uint8Array(64)
});
let count = 0;
let breaking: Breaking | null = null;

afterEach(() => {
	vi.useRealTimers();
	breaking?.mend();
	breaking = null;
	vi.restoreAllMocks();
});

interface Start {
	storage: RecordDatabase;
	name: string;
	/** What is asked of the browser from then on, in order. */
	asked: string[];
	/** The connection of each write. */
	connections: IDBDatabase[];
}

/** A journal as an earlier start has left it. */
async function atAStart(): Promise<Start> {
	const name = `new-log-${Date.now()}-${(count += 1)}`;
	const earlier = new RecordDatabase(name);
	const header = { vaultId, epoch: 1, root: 'root' };
	await earlier.create({ header, slots: [], keys: [], root: row('root') });
	earlier.close();
	const asked: string[] = [];
	const connections: IDBDatabase[] = [];
	const { open, deleteDatabase } = indexedDB;
	vi.spyOn(indexedDB, 'open').mockImplementation((...input) => {
		asked.push(`open ${input[0]}`);
		return open.apply(indexedDB, input);
	});
	vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation((one) => {
		asked.push(`delete ${one}`);
		return deleteDatabase.call(indexedDB, one);
	});
	const { transaction } = IDBDatabase.prototype;
	vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
		this: IDBDatabase,
		...input
	) {
		if (input[1] === 'readwrite') {
			asked.push('write');
			connections.push(this);
		}
		return transaction.apply(this, input);
	});
	return { storage: new RecordDatabase(name), name, asked, connections };
}

/** What a new log is made of. */
const newLog = (name: string): string[] => [
	`open ${name}-log`,
	`delete ${name}-log`,
	`open ${name}-log`,
	`delete ${name}-log`
];
const write = (storage: RecordDatabase, id: string) =>
	storage.write([{ row: row(id), baseRev: null }], expected);
const ids = async (storage: RecordDatabase): Promise<string[]> =>
	(await storage.readAll()).rows.map(({ id }) => id);

test('the first write of a start waits for a new log, and reading does not', async () => {
	const { storage, name, asked } = await atAStart();
	await storage.readHeader();
	expect(asked).toEqual([`open ${name}`]);
	await write(storage, 'first');
	await write(storage, 'second');
	expect(asked).toEqual([`open ${name}`, ...newLog(name), 'write', 'write']);
	expect(await ids(storage)).toEqual(['first', 'root', 'second']);
	expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(`${name}-log`);
});

test('a new log that was begun at the opening is the one the first write waits for', async () => {
	const { storage, name, asked } = await atAStart();
	storage.prepareToWrite();
	await Promise.all([write(storage, 'first'), write(storage, 'second')]);
	expect(asked).toEqual([`open ${name}`, ...newLog(name), 'write', 'write']);
});

test('a new journal is begun in a new log too', async () => {
	const { name, asked } = await atAStart();
	const other = `${name}-other`;
	const header = { vaultId, epoch: 1, root: 'root' };
	await new RecordDatabase(other).create({ header, slots: [], keys: [], root: row('root') });
	expect(asked).toEqual([`open ${other}`, ...newLog(other), 'write']);
});

test('one new log serves every connection of a page while one of them is open', async () => {
	const { storage, name, asked } = await atAStart();
	const other = new RecordDatabase(name);
	await write(storage, 'first');
	await write(other, 'second');
	storage.close();
	await write(other, 'third');
	expect(asked.filter((one) => one === `delete ${name}-log`)).toHaveLength(2);
	other.close();
	asked.length = 0;
	await write(storage, 'fourth');
	expect(asked).toEqual([`open ${name}`, ...newLog(name), 'write']);
});

test('a new log is begun before anything is written again, and not once more', async () => {
	const { storage, name, asked } = await atAStart();
	await write(storage, 'first');
	breaking = breakCall(1, 'abort');
	asked.length = 0;
	await write(storage, 'second');
	await write(storage, 'third');
	expect(asked).toEqual(['write', `open ${name}`, ...newLog(name), 'write', 'write']);
	expect(await ids(storage)).toEqual(['first', 'root', 'second', 'third']);
});

test('a write for which there was no room is followed by a new log, on the connection that stays', async () => {
	const { storage, asked, name } = await atAStart();
	await write(storage, 'first');
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
		throw new DOMException('', 'QuotaExceededError');
	});
	asked.length = 0;
	await expect(write(storage, 'second')).rejects.toMatchObject({ code: 'storage-full' });
	await write(storage, 'third');
	expect(asked).toEqual(['write', ...newLog(name), 'write']);
	expect(await ids(storage)).toEqual(['first', 'root', 'third']);
});

test('a connection that the browser closed is no witness: the next write waits for a new log', async () => {
	const { storage, name, asked, connections } = await atAStart();
	const other = new RecordDatabase(name);
	await write(storage, 'first');
	await write(other, 'second');
	connections[0]?.close();
	connections[0]?.dispatchEvent(new Event('close'));
	asked.length = 0;
	await write(other, 'third');
	expect(asked).toEqual([...newLog(name), 'write']);
});

test('nothing is written while there is no room for one', async () => {
	const { storage, asked } = await atAStart();
	const full = vi
		.spyOn(FileSystemWritableFileStream.prototype, 'write')
		.mockRejectedValue(new DOMException('', 'QuotaExceededError'));
	await expect(write(storage, 'first')).rejects.toMatchObject({ code: 'storage-full' });
	await expect(write(storage, 'first')).rejects.toMatchObject({ code: 'storage-full' });
	expect(asked).not.toContain('write');
	expect(await ids(storage)).toEqual(['root']);
	full.mockRestore();
	await write(storage, 'first');
	expect(await ids(storage)).toEqual(['first', 'root']);
	const left = (await navigator.storage.getDirectory()).getFileHandle('own-voice-room');
	await expect(left).rejects.toThrow();
});

test('a new log that the browser refuses is not waited for', async () => {
	const { storage, name } = await atAStart();
	vi.mocked(indexedDB.deleteDatabase).mockImplementation(() => {
		throw new DOMException('', 'UnknownError');
	});
	await write(storage, 'first');
	expect(await ids(storage)).toEqual(['first', 'root']);
	vi.restoreAllMocks();
	indexedDB.deleteDatabase(`${name}-log`);
});

test('a new log that never comes is waited for twice, and told of, and then words are written', async () => {
	const { storage, name, asked } = await atAStart();
	const silent = vi
		.mocked(indexedDB.deleteDatabase)
		.mockImplementation(() => new EventTarget() as IDBOpenDBRequest);
	await storage.readHeader();
	for (const time of [1, 2]) {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const refused = expect(write(storage, 'first')).rejects.toMatchObject({ code: 'timeout' });
		await vi.waitUntil(() => silent.mock.calls.length === time, { timeout: 60_000 });
		vi.advanceTimersByTime(TIMEOUT_MS);
		vi.useRealTimers();
		await refused;
	}
	expect(asked).not.toContain('write');
	await write(storage, 'first');
	expect(await ids(storage)).toEqual(['first', 'root']);
	vi.restoreAllMocks();
	indexedDB.deleteDatabase(`${name}-log`);
});
