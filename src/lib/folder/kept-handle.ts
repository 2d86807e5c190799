import { Dexie, type EntityTable } from 'dexie';
import type { Directory } from './file-system-access';

/** Begins like every database of this app, so that letting everything go removes it too. */
const NAME = 'own-voice-folder';

/** Which folder it is. A handle can be stored as it is and in no other way, so nothing of this is sealed. */
export interface Kept {
	handle: Directory;
	/** Four letters and digits by which this device's copies are known. */
	mark: string;
	/** The name of the copy that was brought in last, by the mark of the device it is from. */
	brought: Record<string, string>;
}

interface Row extends Kept {
	key: 'folder';
}

class FolderDatabase extends Dexie {
	readonly folder!: EntityTable<Row, 'key'>;

	constructor() {
		super(NAME);
		this.version(1).stores({ folder: 'key' });
	}
}

/** The folder that was kept; null where there is none. Makes no database where there was none. */
export async function keptHandle(): Promise<Kept | null> {
	if (!(await Dexie.exists(NAME))) return null;
	return (await used((db) => db.folder.get('folder'))) ?? null;
}

export async function keepHandle({ handle, mark, brought }: Kept): Promise<void> {
	await used((db) => db.folder.put({ key: 'folder', handle, mark, brought }));
}

export async function forgetHandle(): Promise<void> {
	await Dexie.delete(NAME);
}

/** Opens the database for one piece of work alone: nothing else may wait for it to close. */
async function used<T>(work: (db: FolderDatabase) => PromiseLike<T>): Promise<T> {
	const db = new FolderDatabase();
	try {
		return await work(db);
	} finally {
		db.close();
	}
}
