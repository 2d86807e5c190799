import { canPickFolders, pickFolder, loadFolder } from '$lib/folder/folder';
import { FolderError } from '$lib/folder/folder-error';
import type { FolderAccess, BackupFolder, FolderCopy } from '$lib/folder/folder';
import type { LastBackup } from '$lib/model/settings';
import type { Session } from '$lib/session/session.svelte';
import { Task } from '$lib/app/progress/task.svelte';
import { createBackup } from './create-backup';

/** The result of saving a copy to the folder. */
export interface SavedFolderBackup extends LastBackup {
	/** How many records could not be decrypted and are therefore missing from it. */
	damaged: number;
}

/** The state of this device's backup folder: whether there is one, the copies in it, and a copy being saved. */
export class FolderBackups {
	readonly #session: Session;
	/** The task that makes a copy and writes it to the folder. */
	readonly saving = new Task<SavedFolderBackup>();
	#isLoaded = $state(false);
	#folder = $state.raw<BackupFolder | null>(null);
	#access = $state<FolderAccess>('prompt');
	#copies = $state.raw<readonly FolderCopy[]>([]);
	#otherCopies = $state.raw<readonly FolderCopy[]>([]);
	#error = $state.raw<unknown>(null);

	constructor(session: Session) {
		this.#session = session;
	}

	/** Whether this browser supports folders at all. */
	get isSupported(): boolean {
		return canPickFolders();
	}
	/** Whether the folder has been looked up. */
	get isLoaded(): boolean {
		return this.#isLoaded;
	}
	/** The folder in use; null if there is none, or none of this journal. */
	get folder(): BackupFolder | null {
		return this.#session.settings.folderCode === '' ? null : this.#folder;
	}
	get access(): FolderAccess {
		return this.#access;
	}
	/** The copies of this device in the folder, newest first. */
	get ownCopies(): readonly FolderCopy[] {
		return this.#copies.filter(({ deviceId }) => deviceId === this.#folder?.deviceId);
	}
	/** The newest copies of other devices that were not imported yet. */
	get otherCopies(): readonly FolderCopy[] {
		return this.#otherCopies;
	}
	/** Why the folder could not be read; null if it could. */
	get error(): unknown {
		return this.#error;
	}

	/** Asks the browser for the folder and lists the copies in it; for an open journal. */
	async refresh(): Promise<void> {
		try {
			this.#folder = this.isSupported ? await loadFolder() : null;
			if (this.#folder) this.#access = await this.#folder.queryAccess();
			await this.#listCopies();
		} catch (error) {
			this.#error = error;
		}
		this.#isLoaded = true;
	}

	/** Lets the person choose a folder, which is not in use before `connect`; returns null if they choose none. */
	async pickFolder(): Promise<{ folder: BackupFolder; shared: boolean } | null> {
		this.#error = null;
		try {
			const folder = await pickFolder();
			return folder && { folder, shared: (await folder.listCopies()).length > 0 };
		} catch (error) {
			this.#error = error;
			return null;
		}
	}

	/** Starts using a folder whose copies this code decrypts, and saves the first copy there. */
	async connect(folder: BackupFolder, code: string): Promise<void> {
		try {
			await folder.save();
			this.#folder = folder;
			this.#session.changeSettings({ folderCode: code });
			this.#access = await folder.queryAccess();
		} catch (error) {
			this.#error = error;
			return;
		}
		await this.save();
	}

	/** Has the browser ask for permission to write there again; to be called right after a press. */
	async requestAccess(): Promise<void> {
		if (!this.#folder) return;
		try {
			this.#access = await this.#folder.requestAccess();
			await this.#listCopies();
		} catch (error) {
			this.#error = error;
		}
	}

	/** Saves a new copy; older ones are deleted as the rotation says, unless this copy is incomplete. */
	async save(): Promise<void> {
		const session = this.#session;
		const { journal } = session;
		if (!journal || this.saving.isRunning) return;
		await this.saving.run('Making a copy for the folder.', async (options) => {
			const { signal } = options;
			// Another tab may have chosen another folder, or none.
			this.#folder = await loadFolder();
			const { folder } = this;
			const secret = session.settings.folderCode;
			if (!folder) throw new FolderError('gone', 'the folder is no longer in use');
			const { made, damaged } = await createBackup({ session, journal, secret }, options);
			signal.throwIfAborted();
			const { entries, created: moment } = made.summary;
			// An older copy may still hold what is missing from this one.
			await folder.write(moment, made.file, damaged === 0, signal);
			signal.throwIfAborted();
			session.changeSettings({ lastCopy: { made: moment, entries } });
			return { made: moment, entries, damaged };
		});
		await this.refresh();
	}

	/** Records whether everything in a copy from another device is in this journal. */
	async markImported(copy: FolderCopy, isComplete: boolean): Promise<void> {
		try {
			await this.#folder?.markImported(copy, isComplete);
			await this.#listCopies();
		} catch (error) {
			this.#error = error;
		}
	}

	/** Stops using the folder. The copies in it stay, and can be decrypted as before. */
	async disconnect(): Promise<void> {
		this.saving.reset();
		try {
			await this.#folder?.forget();
		} catch (error) {
			this.#error = error;
			return;
		}
		this.#error = null;
		this.#folder = null;
		this.#copies = [];
		this.#otherCopies = [];
		this.#session.changeSettings({ folderCode: '' });
	}

	async #listCopies(): Promise<void> {
		if (!this.folder || this.#access !== 'granted') return;
		try {
			this.#copies = await this.folder.listCopies();
			this.#otherCopies = this.folder.newFromOtherDevices(this.#copies);
			this.#error = null;
		} catch (error) {
			this.#error = error;
		}
	}
}

const instances = new WeakMap<Session, FolderBackups>();

/** Returns the folder state that all pages of one session share, so that a copy being saved is known on each. */
export function folderBackupsOf(session: Session): FolderBackups {
	const backups = instances.get(session) ?? new FolderBackups(session);
	instances.set(session, backups);
	return backups;
}
