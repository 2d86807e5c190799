import { afterEach, beforeEach, expect, test } from 'vitest';
import { pickFolder, loadFolder, type BackupFolder, type FolderCopy } from '$lib/folder/folder';
import { momentAt, type Moment } from '$lib/model/moment';
import { removeWithRetry } from '$lib/folder/remove-with-retry';
import { askTheBrowserForRoom } from './enough-space';

askTheBrowserForRoom();

/*
 * A folder of the browser's own private file system stands in for one that a person chose: the same handles, and the
 * same files behind them.
 */

const NAME = 'folder-of-the-test';
let root: FileSystemDirectoryHandle;
let directory: FileSystemDirectoryHandle;

beforeEach(async () => {
	root = await navigator.storage.getDirectory();
	directory = await root.getDirectoryHandle(NAME, { create: true });
	Object.assign(globalThis, { showDirectoryPicker: () => Promise.resolve(directory) });
});

afterEach(async () => {
	await (await loadFolder())?.forget();
	await root.removeEntry(NAME, { recursive: true });
	Reflect.deleteProperty(globalThis, 'showDirectoryPicker');
});

async function chosen(): Promise<BackupFolder> {
	const folder = await pickFolder();
	if (!folder) throw new Error('no folder');
	await folder.save();
	return folder;
}

async function names(): Promise<string[]> {
	const found: string[] = [];
	for await (const name of directory.keys()) found.push(name);
	return found.sort();
}

async function lay(name: string, content = 'age-encryption.org/v1\ntheirs'): Promise<void> {
	const stream = await (await directory.getFileHandle(name, { create: true })).createWritable();
	await stream.write(content);
	await stream.close();
}

test('there is no folder for copies until one is kept, and none after it is forgotten', async () => {
	expect(await loadFolder()).toBeNull();
	expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('own-voice-folder');
	const folder = await chosen();
	const again = await loadFolder();
	expect([again?.name, again?.deviceId]).toEqual([NAME, folder.deviceId]);
	expect(folder.deviceId).toMatch(/^[a-z0-9]{4}$/);
	await folder.forget();
	expect(await loadFolder()).toBeNull();
});

/** When a copy was made: so many minutes after a quarter to ten. */
const made = (minutes = 0): Moment => momentAt(Date.UTC(2026, 10, 22, 21, 47 + minutes), 'UTC');
/** What begins as a backup does. */
const sealed = (more: string): Blob => new Blob([`age-encryption.org/v1\n${more}`]);

test('a copy is put into the folder whole, and seen among what else lies there', async () => {
	const folder = await chosen();
	await lay('holiday.jpg');
	await lay('backup-2026-99-99-0000.age');
	await lay('backup-2026-11-01-0000.age', 'not one of ours');
	await lay(`backup-2026-11-02-000000-${folder.deviceId}.age`, '');
	const content = sealed(crypto.randomUUID().repeat(2_000));
	const name = await folder.write(made(), content, false);
	expect(name).toBe(`backup-2026-11-22-214700-${folder.deviceId}.age`);
	const copies = await folder.listCopies();
	expect(copies).toEqual([{ name, day: '2026-11-22', time: '214700', deviceId: folder.deviceId }]);
	const [copy] = copies;
	if (!copy) throw new Error('no copy');
	expect(await (await folder.readCopy(copy)).text()).toBe(await content.text());
});

test('a copy that cannot be written leaves the folder as it was', async () => {
	const folder = await chosen();
	const broken = {
		size: 5,
		stream: () =>
			new ReadableStream({
				start(controller) {
					controller.error(new DOMException('', 'QuotaExceededError'));
				}
			})
	} as unknown as Blob;
	await expect(folder.write(made(), broken, true)).rejects.toMatchObject({ code: 'full' });
	expect(await names()).toEqual([]);
	const stop = AbortSignal.abort();
	await expect(folder.write(made(), sealed('x'), true, stop)).rejects.toThrow();
	expect(await names()).toEqual([]);
});

test('a file that its stream still holds is removed once that lets go', async () => {
	const tries: string[] = [];
	const directory = {
		removeEntry(name: string) {
			tries.push(name);
			if (tries.length > 2) return Promise.resolve();
			return Promise.reject(new DOMException('held', 'NoModificationAllowedError'));
		}
	};
	await removeWithRetry(directory, 'a');
	expect(tries).toEqual(['a', 'a', 'a']);
});

test('a copy that is read back otherwise is refused, and removed', async () => {
	const folder = await chosen();
	const content = new Blob(['four']);
	const other = { size: 4, stream: () => new Blob(['five']).stream(), slice: () => content };
	await expect(folder.write(made(), other as unknown as Blob, true)).rejects.toMatchObject({
		code: 'unequal'
	});
	expect(await names()).toEqual([]);
});

test('a copy never takes the place of another, whatever two tabs or the clock do', async () => {
	const folder = await chosen();
	const put = (text: string): Promise<string> => folder.write(made(), sealed(text), false);
	const both = await Promise.all([put('one'), put('two')]);
	both.push(await put('three'));
	expect(new Set(both).size).toBe(3);
	expect(await names()).toEqual(both.toSorted());
});

test('the rotation removes this device’s own copies alone, and what a broken write of it left', async () => {
	const folder = await chosen();
	const others = [
		'backup-2026-11-22-0000.age',
		'backup-2026-11-22-010000-0000.age',
		'backup-2026-11-22-020000-0000.age',
		'backup-2026-11-22-030000-0000.age',
		'backup-2026-11-22-040000-0000.age',
		'notes.txt'
	];
	for (const name of others) await lay(name);
	await lay(`backup-2026-11-20-000000-${folder.deviceId}.age`, '');
	const own: string[] = [];
	for (const minutes of [0, 1, 2, 3]) {
		own.push(await folder.write(made(minutes), sealed(`${minutes}`), true));
	}
	expect(await names()).toEqual([...others, ...own.slice(1)].sort());
	// A clock that was set back makes the new copy look old; it stays all the same.
	const back = await folder.write(made(-60), sealed('new'), true);
	expect(await names()).toContain(back);
});

test('of other devices the newest copy is named until it was brought in', async () => {
	const folder = await chosen();
	await lay('backup-2026-11-20-0800-aaaa.age');
	await lay('backup-2026-11-21-0800-aaaa.age');
	await lay('backup-2026-11-19-0800-bbbb.age');
	const others = async (one: BackupFolder | null): Promise<FolderCopy[]> =>
		one ? one.newFromOtherDevices(await one.listCopies()) : [];
	const found = await others(folder);
	expect(found.map(({ name }) => name)).toEqual([
		'backup-2026-11-21-0800-aaaa.age',
		'backup-2026-11-19-0800-bbbb.age'
	]);
	const [first] = found;
	if (!first) throw new Error('none');
	await folder.markImported(first, true);
	const again = await loadFolder();
	expect((await others(again)).map(({ deviceId }) => deviceId)).toEqual(['bbbb']);
	await lay('backup-2026-11-22-0800-aaaa.age');
	expect((await others(again)).map(({ deviceId }) => deviceId)).toEqual(['aaaa', 'bbbb']);
	await again?.markImported(first, false);
	expect((await loadFolder())?.deviceId).toBe(folder.deviceId);
});

test('a folder that is gone says so', async () => {
	const folder = await chosen();
	await root.removeEntry(NAME, { recursive: true });
	await expect(folder.listCopies()).rejects.toMatchObject({ name: 'FolderError', code: 'gone' });
	await expect(folder.write(made(), sealed('x'), true)).rejects.toMatchObject({ code: 'gone' });
	directory = await root.getDirectoryHandle(NAME, { create: true });
});

test('no folder is chosen where the person closes the browser’s question', async () => {
	Object.assign(globalThis, {
		showDirectoryPicker: () => Promise.reject(new DOMException('', 'AbortError'))
	});
	expect(await pickFolder()).toBeNull();
});
