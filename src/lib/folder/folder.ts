/**
 * A folder of the person's own on this device, into which sealed backups are put.
 *
 * It sees finished backups and their names, never what is in them. Of the folder it reads and removes only what
 * bears the name of a backup, and removes only what this device put there itself. A copy counts once it was read
 * back and is what was written. Which folder it is stays with this browser, in clear: a browser lets nobody seal
 * that. Only some browsers have folders at all.
 */
import { backupName, isAgeFile, readBackupName, type BackupName } from '$lib/backup/backup';
import type { Moment } from '$lib/model/moment';
import { asFolderError, FolderError } from './folder-error';
import type { Kept } from './kept-handle';
import { mayWrite, pickDirectory, type Directory } from './file-system-access';
import { newMark } from './mark';
import { removeWhenFree } from './remove-when-free';
import { outOfRotation } from './rotation';
import { sameBytes } from './same-bytes';

export { canPickFolders } from './file-system-access';

/** A backup that lies in the folder. */
export interface FolderCopy extends BackupName {
	name: string;
}

/** What the browser says to writing there: yes, only after asking the person, or no. */
export type Access = 'granted' | 'prompt' | 'denied';

export class Folder {
	readonly #kept: Kept;

	constructor(kept: Kept) {
		this.#kept = kept;
	}

	/** Its name, without where it lies: browsers do not tell that. */
	get name(): string {
		return this.#kept.handle.name;
	}
	/** Tells this device's copies from those of others. */
	get mark(): string {
		return this.#kept.mark;
	}

	/** Whether the browser lets this page write there now. */
	access(): Promise<Access> {
		return mayWrite(this.#directory, false);
	}

	/** Has the browser ask the person, which it does only right after a press. */
	ask(): Promise<Access> {
		return mayWrite(this.#directory, true);
	}

	/**
	 * The backups that lie there, the newest first: what has the name of one and begins as one. A device that was
	 * switched off while it wrote leaves an empty file. Throws a FolderError.
	 */
	async copies(): Promise<FolderCopy[]> {
		try {
			const copies: FolderCopy[] = [];
			for await (const [name, one] of this.#directory.entries()) {
				const said = one.kind === 'file' ? readBackupName(name) : null;
				if (said && (await isAgeFile(await (one as FileSystemFileHandle).getFile()))) {
					copies.push({ ...said, name });
				}
			}
			return copies.sort((one, other) => (one.name < other.name ? 1 : -1));
		} catch (cause) {
			throw asFolderError(cause);
		}
	}

	/** The file of a copy. Throws a FolderError. */
	async file({ name }: FolderCopy): Promise<File> {
		try {
			return await (await this.#directory.getFileHandle(name)).getFile();
		} catch (cause) {
			throw asFolderError(cause);
		}
	}

	/**
	 * Puts a backup that was made at this moment there, reads it back, and returns its name, which no file there had.
	 * With `rotate` the copies of this device go that are no longer to be kept, never this one. Throws a FolderError, and
	 * then what lay there before lies there still.
	 */
	put(made: Moment, content: Blob, rotate: boolean, signal?: AbortSignal): Promise<string> {
		// Another tab may be putting one there too.
		return navigator.locks.request('own-voice-folder', async () => {
			const name = await this.#freeName(made);
			try {
				const file = await this.#directory.getFileHandle(name, { create: true });
				// What is written lies aside until the stream is closed, so no half of a file ever bears the name.
				await content.stream().pipeTo(await file.createWritable(), signal ? { signal } : {});
				if (!(await sameBytes(await file.getFile(), content))) {
					throw new FolderError('unequal', 'what was read back is not what was written');
				}
			} catch (cause) {
				await removeWhenFree(this.#directory, name);
				throw signal?.aborted ? cause : asFolderError(cause);
			}
			if (rotate) await this.#rotate(name);
			return name;
		});
	}

	/** Of these copies, the newest first, the first of each other device, where it is newer than what was brought in. */
	fromOthers(copies: readonly FolderCopy[]): FolderCopy[] {
		const newest = new Map<string, FolderCopy>();
		for (const copy of copies) {
			if (copy.mark !== this.mark && !newest.has(copy.mark)) newest.set(copy.mark, copy);
		}
		return [...newest.values()].filter(({ mark, name }) => name > (this.#kept.brought[mark] ?? ''));
	}

	/** Notes whether what a copy of another device holds is in this journal. */
	async noteBrought({ mark, name }: FolderCopy, isHere: boolean): Promise<void> {
		const { [mark]: _, ...others } = this.#kept.brought;
		this.#kept.brought = isHere ? { ...others, [mark]: name } : others;
		const { keepHandle, keptHandle } = await import('./kept-handle');
		// Another tab may have chosen another folder since.
		if ((await keptHandle())?.mark === this.mark) await keepHandle(this.#kept);
	}

	/** Keeps it as the folder of this browser's journal, in place of another. */
	async keep(): Promise<void> {
		const { keepHandle } = await import('./kept-handle');
		await keepHandle(this.#kept);
	}

	/** Forgets which folder it is. What lies there stays. */
	async forget(): Promise<void> {
		const { forgetHandle } = await import('./kept-handle');
		await forgetHandle();
	}

	get #directory(): Directory {
		return this.#kept.handle;
	}

	/** Removes the copies of this device that are no longer to be kept, and what a broken write of its own left. */
	async #rotate(newest: string): Promise<void> {
		try {
			const own = (await this.copies()).filter(({ mark }) => mark === this.mark);
			for (const name of [...outOfRotation(own), ...(await this.#empty())]) {
				if (name !== newest) await this.#directory.removeEntry(name);
			}
		} catch (cause) {
			throw asFolderError(cause);
		}
	}

	/** The names of files of this device that hold nothing. */
	async #empty(): Promise<string[]> {
		const names: string[] = [];
		for await (const [name, one] of this.#directory.entries()) {
			if (one.kind !== 'file' || readBackupName(name)?.mark !== this.mark) continue;
			if ((await one.getFile()).size === 0) names.push(name);
		}
		return names;
	}

	/** A name that no file there has: that of the moment, or of the first free second after it. */
	async #freeName(made: Moment): Promise<string> {
		for (let second = 0; ; second += 1) {
			const name = backupName({ ...made, at: made.at + second * 1000 }, this.mark);
			if (!(await this.#has(name))) return name;
		}
	}

	async #has(name: string): Promise<boolean> {
		try {
			await this.#directory.getFileHandle(name);
			return true;
		} catch {
			return false; // not there, or no way to it, which writing will say
		}
	}
}

/** Has the person choose a folder; null where they choose none, or one that the browser does not give. */
export async function chooseFolder(): Promise<Folder | null> {
	const handle = await pickDirectory();
	return handle && new Folder({ handle, mark: newMark(), brought: {} });
}

/** The folder that was kept; null where there is none, or where this browser has no folders. */
export async function keptFolder(): Promise<Folder | null> {
	const { keptHandle } = await import('./kept-handle');
	const kept = await keptHandle();
	return kept && new Folder(kept);
}
