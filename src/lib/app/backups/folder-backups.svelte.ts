import { canPickFolders, pickFolder, loadFolder } from '$lib/folder/folder';
import { FolderError } from '$lib/folder/folder-error';
import type { FolderAccess, BackupFolder, FolderCopy } from '$lib/folder/folder';
import type { LastBackup } from '$lib/model/settings';
import type { Session } from '$lib/session/session.svelte';
import { Task } from '$lib/app/progress/task.svelte';
import { createBackup } from './create-backup';

/** What came of putting a copy into the folder. */
export interface SavedFolderBackup extends LastBackup {
	/** How many records could not be opened, and so are not in it. */
	damaged: number;
}

/** The folder of this device as a page sees it: whether there is one, what lies there, and a copy on its way. */
export class FolderBackups {
	readonly #session: Session;
	/** Making a copy and putting it there. */
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

	/** Whether this browser has folders at all. */
	get isSupported(): boolean {
		return canPickFolders();
	}
	/** Whether it was asked what there is. */
	get isLoaded(): boolean {
		return this.#isLoaded;
	}
	/** The folder in use; null where there is none, or none of this journal's. */
	get folder(): BackupFolder | null {
		return this.#session.settings.folderCode === '' ? null : this.#folder;
	}
	get access(): FolderAccess {
		return this.#access;
	}
	/** The copies of this device that lie there, the newest first. */
	get ownCopies(): readonly FolderCopy[] {
		return this.#copies.filter(({ deviceId }) => deviceId === this.#folder?.deviceId);
	}
	/** The newest copies of other devices that were not brought in yet. */
	get otherCopies(): readonly FolderCopy[] {
		return this.#otherCopies;
	}
	/** Why the folder could not be read; null while it could. */
	get error(): unknown {
		return this.#error;
	}

	/** Asks the browser for the folder, and the folder for what lies there; for an open journal. */
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

	/** Has the person choose a folder, which is not in use before `use`; null where they choose none. */
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

	/** Takes a folder into use, whose copies open with this code, and puts the first one there. */
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

	/** Has the browser ask whether the page may write there again; to be called right after a press. */
	async requestAccess(): Promise<void> {
		if (!this.#folder) return;
		try {
			this.#access = await this.#folder.requestAccess();
			await this.#listCopies();
		} catch (error) {
			this.#error = error;
		}
	}

	/** Makes a copy and puts it there; older ones go as the rotation says, unless this one is not whole. */
	async save(): Promise<void> {
		const session = this.#session;
		const { journal } = session;
		if (!journal || this.saving.isRunning) return;
		await this.saving.run(
			'Making a copy for the folder.',
			async (signal, onProgress, onFraction) => {
				// Another tab may have chosen another folder, or none.
				this.#folder = await loadFolder();
				const { folder } = this;
				const secret = session.settings.folderCode;
				if (!folder) throw new FolderError('gone', 'the folder is no longer in use');
				const { made, damaged } = await createBackup(
					{ session, journal, secret },
					{ signal, onProgress },
					onFraction
				);
				signal.throwIfAborted();
				const { entries, created: moment } = made.summary;
				// An older copy may still hold what this one could not take along.
				await folder.write(moment, made.file, damaged === 0, signal);
				signal.throwIfAborted();
				session.changeSettings({ lastCopy: { made: moment, entries } });
				return { made: moment, entries, damaged };
			}
		);
		await this.refresh();
	}

	/** Notes whether all that a copy from another device holds is here. */
	async markImported(copy: FolderCopy, isComplete: boolean): Promise<void> {
		try {
			await this.#folder?.markImported(copy, isComplete);
			await this.#listCopies();
		} catch (error) {
			this.#error = error;
		}
	}

	/** No longer uses the folder. What lies there stays, and opens as before. */
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

/** The folder as all pages of one session see it, so that a copy on its way is known wherever one goes. */
export function folderBackupsOf(session: Session): FolderBackups {
	const backups = instances.get(session) ?? new FolderBackups(session);
	instances.set(session, backups);
	return backups;
}
