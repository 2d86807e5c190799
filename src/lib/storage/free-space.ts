/** The name of a file that exists only while the free room is probed. */
const PROBE_FILE = 'own-voice-room';
/** The errors that occur where another program, or an older build of this one, removes or holds the file. */
const unrelatedErrors: readonly string[] = ['NotFoundError', 'NoModificationAllowedError'];

/**
 * Whether the disk has room for so many bytes: writes them to a file of the origin's own and removes it. True where
 * that cannot be found out. The database is not touched: its running out of room is what is to be avoided.
 */
export async function hasFreeSpace(bytes: number): Promise<boolean> {
	const folder = await navigator.storage.getDirectory().catch(() => null);
	if (!folder) return true;
	// The file has one name, so that a kill leaves at most one; without the lock two tabs would remove each other's.
	return navigator.locks.request(PROBE_FILE, () => canWrite(folder, bytes));
}

async function canWrite(folder: FileSystemDirectoryHandle, bytes: number): Promise<boolean> {
	let writable: FileSystemWritableFileStream | undefined;
	try {
		const file = await folder.getFileHandle(PROBE_FILE, { create: true });
		writable = await file.createWritable();
		await writable.write(new Uint8Array(bytes));
		await writable.close();
		return true;
	} catch (error) {
		// A file that is being written cannot be removed.
		await writable?.abort().catch(() => undefined);
		// Another user of the file says nothing about the disk; any other error may be the lack of room.
		return error instanceof DOMException && unrelatedErrors.includes(error.name);
	} finally {
		await folder.removeEntry(PROBE_FILE).catch(() => undefined);
	}
}
