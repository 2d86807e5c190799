import { hasFreeSpace } from '$lib/storage/free-space';
import { afterEach, expect, test, vi } from 'vitest';
import { askTheBrowserForRoom } from './enough-space';

askTheBrowserForRoom();

/* Finding out how much room there is: one tab must not take another's looking for a full disk. */

afterEach(() => {
	vi.restoreAllMocks();
});

test('those who look at the same time wait for one another', async () => {
	const done: string[] = [];
	const { getFileHandle, removeEntry } = FileSystemDirectoryHandle.prototype;
	vi.spyOn(FileSystemDirectoryHandle.prototype, 'getFileHandle').mockImplementation(function (
		this: FileSystemDirectoryHandle,
		...input
	) {
		done.push('begin');
		return getFileHandle.apply(this, input);
	});
	vi.spyOn(FileSystemDirectoryHandle.prototype, 'removeEntry').mockImplementation(async function (
		this: FileSystemDirectoryHandle,
		...input
	) {
		await removeEntry.apply(this, input);
		done.push('end');
	});
	expect(
		await Promise.all([hasFreeSpace(1_000), hasFreeSpace(1_000), hasFreeSpace(1_000)])
	).toEqual([true, true, true]);
	expect(done).toEqual(['begin', 'end', 'begin', 'end', 'begin', 'end']);
});

test.each([
	['is gone', 'NotFoundError', true],
	['is held by somebody else', 'NoModificationAllowedError', true],
	['has no room', 'QuotaExceededError', false],
	['cannot be written for a reason nobody foresaw', 'UnknownError', false]
])('where the file %s, that counts as what it is', async (_, name, room) => {
	vi.spyOn(FileSystemFileHandle.prototype, 'createWritable').mockRejectedValueOnce(
		new DOMException('', name)
	);
	expect(await hasFreeSpace(1_000)).toBe(room);
});
