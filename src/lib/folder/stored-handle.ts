import { Dexie, type EntityTable } from 'dexie';
import type { WritableDirectory } from './file-system-access';

/** Begins like every database of this app, so that letting everything go removes it too. */
const DATABASE_NAME = 'own-voice-folder';

/** Which folder it is. A handle can be stored as it is and in no other way, so nothing of this is sealed. */
export interface StoredFolder {
	handle: WritableDirectory;
	/** Four letters and digits by which this device's copies are known. */
	mark: string;
	/** The name of the copy that was brought in last, by the mark of the device it is from. */
	brought: Record<string, string>;
}

interface Row extends StoredFolder {
	key: 'folder';
}

class FolderDatabase extends Dexie {
	readonly folder!: EntityTable<Row, 'key'>;

	constructor() {
		super(DATABASE_NAME);
		this.version(1).stores({ folder: 'key' });
	}
}

/** The folder that was kept; null where there is none. Makes no database where there was none. */
export async function loadHandle(): Promise<StoredFolder | null> {
	if (!(await Dexie.exists(DATABASE_NAME))) return null;
	return (await withDatabase((db) => db.folder.get('folder'))) ?? null;
}

export async function saveHandle({ handle, mark, brought }: StoredFolder): Promise<void> {
	await withDatabase((db) => db.folder.put({ key: 'folder', handle, mark, brought }));
}

export async function deleteHandle(): Promise<void> {
	await Dexie.delete(DATABASE_NAME);
}

/** Opens the database for one piece of work alone: nothing else may wait for it to close. */
async function withDatabase<T>(work: (db: FolderDatabase) => PromiseLike<T>): Promise<T> {
	const db = new FolderDatabase();
	try {
		return await work(db);
	} finally {
		db.close();
	}
}
