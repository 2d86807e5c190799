/** The name of a file that is there only while it is found out how much room there is. */
const NAME = 'own-voice-room';

/**
 * Whether the disk takes so many bytes, found out by writing them to a file of the origin's own and removing it. True
 * where that cannot be found out. Nothing of the database is touched: a database that runs out of room is the harm.
 */
export async function hasRoom(bytes: number): Promise<boolean> {
	const folder = await navigator.storage.getDirectory().catch(() => null);
	if (!folder) return true;
	let writable: FileSystemWritableFileStream | undefined;
	try {
		const file = await folder.getFileHandle(NAME, { create: true });
		writable = await file.createWritable();
		await writable.write(new Uint8Array(bytes));
		await writable.close();
		return true;
	} catch {
		// A file that is being written cannot be removed.
		await writable?.abort().catch(() => undefined);
		return false;
	} finally {
		await folder.removeEntry(NAME).catch(() => undefined);
	}
}
