import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { backupName, checkBackup, type BackupSummary } from '$lib/backup/backup';
import type { Journal } from '$lib/journal/journal.svelte';
import type { Session } from '$lib/session/session.svelte';
import { Task } from '$lib/app/progress/task.svelte';
import { tryVariants } from '../backup-secret';
import { createBackup, type CreatedBackup } from '$lib/app/backups/create-backup';
import { verifiedBackup, isUpToDate } from '$lib/app/backups/verified-backup';

/**
 * The stage of a deep clean: nothing made yet, a backup that waits to be saved, one that waits to be verified, and one
 * that was verified. Erasing is then the same as erasing everything.
 */
type Stage = 'about' | 'save' | 'check' | 'checked';

/** A deep clean up to the point where the browser's data can be erased. */
export class DeepCleanFlow {
	readonly #session: Session;
	readonly creating = new Task<CreatedBackup>();
	readonly verifying = new Task<BackupSummary>();
	#stage = $state<Stage>('about');
	/** Whether the verified file is not the one that was made here. */
	#isOtherFile = $state(false);
	#hasChanged = $state(false);

	constructor(session: Session) {
		this.#session = session;
	}

	get stage(): Stage {
		return this.#stage;
	}
	/** Whether the journal has something that is not in the backup. */
	get hasChanged(): boolean {
		return this.#hasChanged;
	}
	get isOtherFile(): boolean {
		return this.#isOtherFile;
	}

	/** Makes the backup, which this secret decrypts. */
	async create(journal: Journal, secret: string): Promise<void> {
		const session = this.#session;
		await this.creating.run('Reading your pages.', (options) =>
			createBackup({ session, journal, secret }, options)
		);
		if (this.creating.result) this.#stage = 'save';
	}

	/** Records that the person has saved the file. */
	confirmSaved(): void {
		this.#stage = 'check';
	}

	/** Decrypts the saved file from the device. */
	async verify(file: File, secret: string): Promise<void> {
		this.#isOtherFile = false;
		await this.verifying.run('Reading the file.', (options) =>
			tryVariants(secret, (typed) => checkBackup(file, typed, options))
		);
		const created = this.creating.result?.made.summary;
		const found = this.verifying.result;
		if (!created || !found) return;
		// The time it was made, to the millisecond, and its size in bytes tell one backup from another.
		const isSame = found.created.at === created.created.at && found.fileSize === created.fileSize;
		if (isSame) this.#stage = 'checked';
		else this.#isOtherFile = true;
	}

	/** Goes on to erasing, if the journal has nothing that is not in the backup. */
	async proceed(): Promise<void> {
		const result = this.creating.result;
		if (!result) return;
		try {
			this.#hasChanged = !(await isUpToDate(result, this.#session));
		} catch {
			// The disk does not answer, so nothing is certain.
			this.#hasChanged = true;
		}
		if (this.#hasChanged) return;
		verifiedBackup.current = {
			name: backupName(result.made.summary.created),
			changeToken: result.changeToken
		};
		await goto(resolve('/let-go/'));
	}

	/** Starts over; a backup that was made stays wherever it was saved. */
	reset(): void {
		this.creating.reset();
		this.verifying.reset();
		this.#isOtherFile = false;
		this.#hasChanged = false;
		this.#stage = 'about';
	}
}
