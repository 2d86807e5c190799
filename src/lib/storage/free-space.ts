/** The name of a file that is there only while it is found out how much room there is. */
const PROBE_FILE = 'own-voice-room';
/** What fails where another program, or an older build of this one, removes or holds the file. */
const unrelatedErrors: readonly string[] = ['NotFoundError', 'NoModificationAllowedError'];

/**
 * Whether the disk takes so many bytes, found out by writing them to a file of the origin's own and removing it. True
 * where that cannot be found out. Nothing of the database is touched: a database that runs out of room is the harm.
 */
export async function hasFreeSpace(bytes: number): Promise<boolean> {
	const folder = await navigator.storage.getDirectory().catch(() => null);
	if (!folder) return true;
	// The file has one name, so that a kill leaves one at the most; two tabs would remove it under each other's hands.
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
		// Whoever else has a hand on the file says nothing of the disk; whatever else fails may be the lack of room.
		return error instanceof DOMException && unrelatedErrors.includes(error.name);
	} finally {
		await folder.removeEntry(PROBE_FILE).catch(() => undefined);
	}
}
