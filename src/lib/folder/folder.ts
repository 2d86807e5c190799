/**
 * A folder of the person's own on this device, into which sealed backups are put.
 *
 * It sees finished backups and their names, never what is in them. Of the folder it reads and removes only what
 * bears the name of a backup, and removes only what this device put there itself. A copy counts once it was read
 * back and is what was written. Which folder it is stays with this browser, in clear: a browser lets nobody seal
 * that. Only some browsers have folders at all.
 */
import { backupName, isAgeFile, parseBackupName, type BackupName } from '$lib/backup/backup';
import type { Moment } from '$lib/model/moment';
import { folderErrorFrom, FolderError } from './folder-error';
import type { StoredFolder } from './stored-handle';
import { writePermission, pickDirectory, type WritableDirectory } from './file-system-access';
import { createDeviceId } from './device-id';
import { removeWithRetry } from './remove-with-retry';
import { expiredCopies } from './rotation';
import { equalBlobs } from './equal-blobs';

export { canPickFolders } from './file-system-access';

/** A backup that lies in the folder. */
export interface FolderCopy extends BackupName {
	name: string;
}

/** What the browser says to writing there: yes, only after asking the person, or no. */
export type FolderAccess = 'granted' | 'prompt' | 'denied';

export class BackupFolder {
	readonly #stored: StoredFolder;

	constructor(stored: StoredFolder) {
		this.#stored = stored;
	}

	/** Its name, without where it lies: browsers do not tell that. */
	get name(): string {
		return this.#stored.handle.name;
	}
	/** Tells this device's copies from those of others. */
	get deviceId(): string {
		return this.#stored.mark;
	}

	/** Whether the browser lets this page write there now. */
	queryAccess(): Promise<FolderAccess> {
		return writePermission(this.#directory, false);
	}

	/** Has the browser ask the person, which it does only right after a press. */
	requestAccess(): Promise<FolderAccess> {
		return writePermission(this.#directory, true);
	}

	/**
	 * The backups that lie there, the newest first: what has the name of one and begins as one. A device that was
	 * switched off while it wrote leaves an empty file. Throws a FolderError.
	 */
	async listCopies(): Promise<FolderCopy[]> {
		try {
			const copies: FolderCopy[] = [];
			for await (const [name, handle] of this.#directory.entries()) {
				const parsed = handle.kind === 'file' ? parseBackupName(name) : null;
				if (parsed && (await isAgeFile(await (handle as FileSystemFileHandle).getFile()))) {
					copies.push({ ...parsed, name });
				}
			}
			return copies.sort((one, other) => (one.name < other.name ? 1 : -1));
		} catch (cause) {
			throw folderErrorFrom(cause);
		}
	}

	/** The file of a copy. Throws a FolderError. */
	async readCopy({ name }: FolderCopy): Promise<File> {
		try {
			return await (await this.#directory.getFileHandle(name)).getFile();
		} catch (cause) {
			throw folderErrorFrom(cause);
		}
	}

	/**
	 * Puts a backup that was made at this moment there, reads it back, and returns its name, which no file there had.
	 * With `rotate` the copies of this device go that are no longer to be kept, never this one. Throws a FolderError, and
	 * then what lay there before lies there still.
	 */
	write(
		created: Moment,
		content: Blob,
		deleteExpired: boolean,
		signal?: AbortSignal
	): Promise<string> {
		// Another tab may be putting one there too.
		return navigator.locks.request('own-voice-folder', async () => {
			const name = await this.#freeName(created);
			try {
				const file = await this.#directory.getFileHandle(name, { create: true });
				// What is written lies aside until the stream is closed, so no half of a file ever bears the name.
				await content.stream().pipeTo(await file.createWritable(), signal ? { signal } : {});
				if (!(await equalBlobs(await file.getFile(), content))) {
					throw new FolderError('unequal', 'what was read back is not what was written');
				}
			} catch (cause) {
				await removeWithRetry(this.#directory, name);
				throw signal?.aborted ? cause : folderErrorFrom(cause);
			}
			if (deleteExpired) await this.#deleteExpired(name);
			return name;
		});
	}

	/** Of these copies, the newest first, the first of each other device, where it is newer than what was brought in. */
	newFromOtherDevices(copies: readonly FolderCopy[]): FolderCopy[] {
		const newest = new Map<string, FolderCopy>();
		for (const copy of copies) {
			if (copy.deviceId !== this.deviceId && !newest.has(copy.deviceId)) {
				newest.set(copy.deviceId, copy);
			}
		}
		return [...newest.values()].filter(
			({ deviceId, name }) => name > (this.#stored.brought[deviceId] ?? '')
		);
	}

	/** Notes whether what a copy of another device holds is in this journal. */
	async markImported({ deviceId, name }: FolderCopy, isImported: boolean): Promise<void> {
		const { [deviceId]: _, ...others } = this.#stored.brought;
		this.#stored.brought = isImported ? { ...others, [deviceId]: name } : others;
		const { saveHandle, loadHandle } = await import('./stored-handle');
		// Another tab may have chosen another folder since.
		if ((await loadHandle())?.mark === this.deviceId) await saveHandle(this.#stored);
	}

	/** Keeps it as the folder of this browser's journal, in place of another. */
	async save(): Promise<void> {
		const { saveHandle } = await import('./stored-handle');
		await saveHandle(this.#stored);
	}

	/** Forgets which folder it is. What lies there stays. */
	async forget(): Promise<void> {
		const { deleteHandle } = await import('./stored-handle');
		await deleteHandle();
	}

	get #directory(): WritableDirectory {
		return this.#stored.handle;
	}

	/** Removes the copies of this device that are no longer to be kept, and what a broken write of its own left. */
	async #deleteExpired(keepName: string): Promise<void> {
		try {
			const own = (await this.listCopies()).filter(({ deviceId }) => deviceId === this.deviceId);
			for (const name of [...expiredCopies(own), ...(await this.#emptyFiles())]) {
				if (name !== keepName) await this.#directory.removeEntry(name);
			}
		} catch (cause) {
			throw folderErrorFrom(cause);
		}
	}

	/** The names of files of this device that hold nothing. */
	async #emptyFiles(): Promise<string[]> {
		const names: string[] = [];
		for await (const [name, handle] of this.#directory.entries()) {
			if (handle.kind !== 'file' || parseBackupName(name)?.deviceId !== this.deviceId) continue;
			if ((await handle.getFile()).size === 0) names.push(name);
		}
		return names;
	}

	/** A name that no file there has: that of the moment, or of the first free second after it. */
	async #freeName(created: Moment): Promise<string> {
		for (let second = 0; ; second += 1) {
			const name = backupName({ ...created, at: created.at + second * 1000 }, this.deviceId);
			if (!(await this.#exists(name))) return name;
		}
	}

	async #exists(name: string): Promise<boolean> {
		try {
			await this.#directory.getFileHandle(name);
			return true;
		} catch {
			return false; // not there, or no way to it, which writing will say
		}
	}
}

/** Has the person choose a folder; null where they choose none, or one that the browser does not give. */
export async function pickFolder(): Promise<BackupFolder | null> {
	const handle = await pickDirectory();
	return handle && new BackupFolder({ handle, mark: createDeviceId(), brought: {} });
}

/** The folder that was kept; null where there is none, or where this browser has no folders. */
export async function loadFolder(): Promise<BackupFolder | null> {
	const { loadHandle } = await import('./stored-handle');
	const stored = await loadHandle();
	return stored && new BackupFolder(stored);
}
