import { isRecoveryCode } from '$lib/session/recovery-code';
import { checkPassphrase } from '$lib/passphrase/passphrase';
import { isAgeFile, openBackup } from '$lib/backup/backup';
import { readInWorker, type FormatKind } from '$lib/formats/formats';
import type { ImportData } from '$lib/formats/in/import-data';
import type { Journal } from '$lib/journal/journal.svelte';
import type { Session } from '$lib/session/session.svelte';
import { Task } from '$lib/app/progress/task.svelte';
import { tryVariants } from '../backup-secret';
import { getImportSeed } from './import-seed';
import { ImportJob } from './import-job.svelte';

/** What was read from files that were chosen. */
export interface ImportSource {
	kind: FormatKind;
	incoming: ImportData;
	/** Names of files that say no day. */
	undated: readonly string[];
}

/**
 * Files on their way into the journal: chosen, opened, shown, taken in. It outlives the page's sheet, which is
 * drawn anew when the journal is made.
 */
export class ImportFlow {
	readonly #session: Session;
	readonly reading = new Task<ImportSource>();
	readonly job: ImportJob;
	/** A file that waits for what opens it. */
	#encryptedFile = $state.raw<File | null>(null);
	/** What was read waits for the answer to how pages are kept here. */
	#isAskingProtection = $state(false);
	/** The passphrase that opened the backup, where there is no journal that it could come into. */
	#reusablePassphrase = $state<string | null>(null);

	constructor(session: Session) {
		this.#session = session;
		this.job = new ImportJob(session);
	}

	get encryptedFile(): File | null {
		return this.#encryptedFile;
	}
	get isAskingProtection(): boolean {
		return this.#isAskingProtection;
	}
	/** What opened the backup, as a passphrase for the journal that is made for it; null where it can be none. */
	get reusablePassphrase(): string | null {
		return this.#reusablePassphrase;
	}

	/** The journal is to be kept in another way than the backup was: what opened that is forgotten. */
	forgetPassphrase(): void {
		this.#reusablePassphrase = null;
	}

	/** Reads files of another program, or has a backup wait for what opens it. */
	async selectFiles(files: File[]): Promise<void> {
		this.reset();
		const [first] = files;
		if (files.length === 1 && first && (await isAgeFile(first))) {
			this.#encryptedFile = first;
			return;
		}
		const { reading } = this;
		await reading.run('Reading the file.', (signal, _, onProgress) => {
			const inputs = files.map((file) => ({
				name: file.webkitRelativePath || file.name,
				content: file,
				modifiedAt: file.lastModified
			}));
			const secret = getImportSeed(this.#session);
			return readInWorker(inputs, { secret, signal, onProgress });
		});
	}

	/** Takes a backup, and tries what opens it; if that does not, it waits for what does. */
	async decryptFile(file: File, secret: string): Promise<void> {
		this.reset();
		this.#encryptedFile = file;
		await this.decrypt(secret);
	}

	/** Opens the backup that was chosen. */
	async decrypt(secret: string): Promise<void> {
		const file = this.#encryptedFile;
		if (!file) return;
		await this.reading.run('Reading the file.', async (signal, onProgress) => {
			let usedSecret = '';
			const { incoming } = await tryVariants(secret, (typed) => {
				usedSecret = typed;
				return openBackup(file, typed, { signal, onProgress });
			});
			const isReusable = !this.#session.journal && (await canBePassphrase(usedSecret));
			if (isReusable && !signal.aborted) this.#reusablePassphrase = usedSecret;
			return { kind: 'own-backup', incoming, undated: [] };
		});
	}

	/** Plans what would become of what was read in this journal, or in a new one. */
	async plan({ kind, incoming }: ImportSource, journal: Journal | null): Promise<void> {
		if (this.job.isApplied || this.job.isRunning) return;
		await this.job.plan(incoming, { matchByText: kind !== 'own-backup' }, journal);
	}

	/** Takes it in; where there is no journal, how pages are kept is asked first. */
	async start(): Promise<void> {
		const { journal, storageMode } = this.#session;
		// What was locked with a passphrase is not left open by a choice that was made before it came.
		this.#isAskingProtection =
			!journal && (storageMode !== 'device' || this.#reusablePassphrase !== null);
		if (!this.#isAskingProtection) await this.apply();
	}

	/** Takes it in: how pages are kept was answered. */
	async apply(): Promise<void> {
		this.#isAskingProtection = false;
		this.#reusablePassphrase = null;
		await this.job.apply();
	}

	/** Forgets what was chosen. */
	reset(): void {
		this.reading.reset();
		this.job.reset();
		this.#encryptedFile = null;
		this.#isAskingProtection = false;
		this.#reusablePassphrase = null;
	}
}

/**
 * Whether what opened a backup can lock a journal as its passphrase: not a code, and nothing that would be refused where
 * a passphrase is chosen. Where the list of common ones does not arrive, it is taken for one.
 */
async function canBePassphrase(secret: string): Promise<boolean> {
	if (await isRecoveryCode(secret)) return false;
	return (await checkPassphrase(secret).catch(() => null)) === null;
}
