import { afterEach, beforeEach, expect, test } from 'vitest';
import { chooseFolder, keptFolder, type Folder } from '$lib/folder/folder';

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
	await (await keptFolder())?.forget();
	await root.removeEntry(NAME, { recursive: true });
	Reflect.deleteProperty(globalThis, 'showDirectoryPicker');
});

async function chosen(): Promise<Folder> {
	const folder = await chooseFolder();
	if (!folder) throw new Error('no folder');
	await folder.keep();
	return folder;
}

async function names(): Promise<string[]> {
	const found: string[] = [];
	for await (const name of directory.keys()) found.push(name);
	return found.sort();
}

async function lay(name: string, content = 'theirs'): Promise<void> {
	const stream = await (await directory.getFileHandle(name, { create: true })).createWritable();
	await stream.write(content);
	await stream.close();
}

test('there is none until one is kept, and none after it is forgotten', async () => {
	expect(await keptFolder()).toBeNull();
	expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('own-voice-folder');
	const folder = await chosen();
	const again = await keptFolder();
	expect([again?.name, again?.mark]).toEqual([NAME, folder.mark]);
	expect(folder.mark).toMatch(/^[a-z0-9]{4}$/);
	await folder.forget();
	expect(await keptFolder()).toBeNull();
});

test('a copy is put there whole, and seen among what else lies there', async () => {
	const folder = await chosen();
	await lay('holiday.jpg');
	await lay('backup-2026-99-99-0000.age');
	const name = `backup-2026-11-22-2147-${folder.mark}.age`;
	const content = new Blob([crypto.getRandomValues(new Uint8Array(50_000))]);
	await folder.put(name, content);
	const copies = await folder.copies();
	expect(copies).toEqual([{ name, day: '2026-11-22', time: '2147', mark: folder.mark }]);
	const [copy] = copies;
	if (!copy) throw new Error('no copy');
	expect(new Uint8Array(await (await folder.file(copy)).arrayBuffer())).toEqual(
		new Uint8Array(await content.arrayBuffer())
	);
});

test('what cannot be written leaves the folder as it was', async () => {
	const folder = await chosen();
	const name = `backup-2026-11-22-2147-${folder.mark}.age`;
	const broken = {
		size: 5,
		stream: () =>
			new ReadableStream({
				start(controller) {
					controller.error(new DOMException('', 'QuotaExceededError'));
				}
			})
	} as unknown as Blob;
	await expect(folder.put(name, broken)).rejects.toMatchObject({ code: 'full' });
	expect(await names()).toEqual([]);
	await lay(name, 'an earlier one');
	await expect(folder.put(name, broken)).rejects.toMatchObject({ code: 'full' });
	expect(await (await (await directory.getFileHandle(name)).getFile()).text()).toBe(
		'an earlier one'
	);
});

test('what is read back otherwise is refused, and removed', async () => {
	const folder = await chosen();
	const name = `backup-2026-11-22-2147-${folder.mark}.age`;
	const content = new Blob(['four']);
	const other = { size: 4, stream: () => new Blob(['five']).stream(), slice: () => content };
	await expect(folder.put(name, other as unknown as Blob)).rejects.toMatchObject({
		code: 'unequal'
	});
	expect(await names()).toEqual([]);
});

test('the rotation removes this device’s own copies alone', async () => {
	const folder = await chosen();
	const own = (time: string): string => `backup-2026-11-22-${time}-${folder.mark}.age`;
	const others = [
		'backup-2026-11-22-0000.age',
		'backup-2026-11-22-0100-0000.age',
		'backup-2026-11-22-0200-0000.age',
		'backup-2026-11-22-0300-0000.age',
		'backup-2026-11-22-0400-0000.age',
		'notes.txt'
	];
	for (const name of others) await lay(name);
	for (const time of ['1000', '1100', '1200', '1300']) {
		await folder.put(own(time), new Blob([time]));
		await folder.rotate(own(time));
	}
	expect(await names()).toEqual([...others, own('1100'), own('1200'), own('1300')].sort());
	// A clock that was set back makes the new copy look old; it stays all the same.
	await folder.put(own('0900'), new Blob(['new']));
	await folder.rotate(own('0900'));
	expect(await names()).toContain(own('0900'));
});

test('of other devices the newest copy is named until it was brought in', async () => {
	const folder = await chosen();
	await lay('backup-2026-11-20-0800-aaaa.age');
	await lay('backup-2026-11-21-0800-aaaa.age');
	await lay('backup-2026-11-19-0800-bbbb.age');
	const found = await folder.fromOthers();
	expect(found.map(({ name }) => name)).toEqual([
		'backup-2026-11-21-0800-aaaa.age',
		'backup-2026-11-19-0800-bbbb.age'
	]);
	const [first] = found;
	if (!first) throw new Error('none');
	await folder.noteBrought(first, true);
	const again = await keptFolder();
	expect((await again?.fromOthers())?.map(({ mark }) => mark)).toEqual(['bbbb']);
	await lay('backup-2026-11-22-0800-aaaa.age');
	expect((await again?.fromOthers())?.map(({ mark }) => mark)).toEqual(['aaaa', 'bbbb']);
	await again?.noteBrought(first, false);
	expect((await keptFolder())?.mark).toBe(folder.mark);
});

test('a folder that is gone says so', async () => {
	const folder = await chosen();
	await root.removeEntry(NAME, { recursive: true });
	await expect(folder.copies()).rejects.toMatchObject({ name: 'FolderError', code: 'gone' });
	await expect(
		folder.put('backup-2026-11-22-2147-aaaa.age', new Blob(['x']))
	).rejects.toMatchObject({ code: 'gone' });
	directory = await root.getDirectoryHandle(NAME, { create: true });
});

test('no folder is chosen where the person closes the browser’s question', async () => {
	Object.assign(globalThis, {
		showDirectoryPicker: () => Promise.reject(new DOMException('', 'AbortError'))
	});
	expect(await chooseFolder()).toBeNull();
});
