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

/** The data read from the chosen files. */
export interface ImportSource {
	kind: FormatKind;
	incoming: ImportData;
	/** Names of files without a date. */
	undated: readonly string[];
}

/**
 * The import of files into the journal: chosen, decrypted, previewed, imported. It outlives the page's sheet, which is
 * rendered anew when the journal is made.
 */
export class ImportFlow {
	readonly #session: Session;
	readonly reading = new Task<ImportSource>();
	readonly job: ImportJob;
	/** The backup that waits for its secret. */
	#encryptedFile = $state.raw<File | null>(null);
	/** Whether the import waits for the answer to how entries are saved here. */
	#isAskingProtection = $state(false);
	/** The passphrase that decrypted the backup, if there is no journal to import it into. */
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
	/** The backup's secret as a passphrase for the journal made for it; null if it cannot be one. */
	get reusablePassphrase(): string | null {
		return this.#reusablePassphrase;
	}

	/** Clears the backup's passphrase: the journal is to be saved in another way than the backup was. */
	forgetPassphrase(): void {
		this.#reusablePassphrase = null;
	}

	/** Reads files of another program, or has a backup wait for its secret. */
	async selectFiles(files: File[]): Promise<void> {
		this.reset();
		const [first] = files;
		if (files.length === 1 && first && (await isAgeFile(first))) {
			this.#encryptedFile = first;
			return;
		}
		const { reading } = this;
		await reading.run('Reading the file.', (options) => {
			const inputs = files.map((file) => ({
				name: file.webkitRelativePath || file.name,
				content: file,
				modifiedAt: file.lastModified
			}));
			const secret = getImportSeed(this.#session);
			return readInWorker(inputs, { secret, ...options });
		});
	}

	/** Takes a backup and tries a secret; if that is wrong, it waits for another. */
	async decryptFile(file: File, secret: string): Promise<void> {
		this.reset();
		this.#encryptedFile = file;
		await this.decrypt(secret);
	}

	/** Decrypts the chosen backup. */
	async decrypt(secret: string): Promise<void> {
		const file = this.#encryptedFile;
		if (!file) return;
		await this.reading.run('Reading the file.', async (options) => {
			let usedSecret = '';
			const { incoming } = await tryVariants(secret, (typed) => {
				usedSecret = typed;
				return openBackup(file, typed, options);
			});
			const isReusable = !this.#session.journal && (await canBePassphrase(usedSecret));
			if (isReusable && !options.signal.aborted) this.#reusablePassphrase = usedSecret;
			return { kind: 'own-backup', incoming, undated: [] };
		});
	}

	/** Plans the import into this journal, or into a new one. */
	async plan({ kind, incoming }: ImportSource, journal: Journal | null): Promise<void> {
		if (this.job.isApplied || this.job.isRunning) return;
		await this.job.plan(incoming, { matchByText: kind !== 'own-backup' }, journal);
	}

	/** Starts the import; if there is no journal, how entries are saved is asked first. */
	async start(): Promise<void> {
		const { journal, storageMode } = this.#session;
		// Data that was protected by a passphrase is not left unprotected by an earlier decision.
		this.#isAskingProtection =
			!journal && (storageMode !== 'device' || this.#reusablePassphrase !== null);
		if (!this.#isAskingProtection) await this.apply();
	}

	/** Imports, once it was answered how entries are saved. */
	async apply(): Promise<void> {
		this.#isAskingProtection = false;
		this.#reusablePassphrase = null;
		await this.job.apply();
	}

	/** Clears what was chosen. */
	reset(): void {
		this.reading.reset();
		this.job.reset();
		this.#encryptedFile = null;
		this.#isAskingProtection = false;
		this.#reusablePassphrase = null;
	}
}

/**
 * Whether the secret of a backup can be a journal's passphrase: not a code, and nothing that would be refused where a
 * passphrase is chosen. If the list of common ones fails to load, it is accepted.
 */
async function canBePassphrase(secret: string): Promise<boolean> {
	if (await isRecoveryCode(secret)) return false;
	return (await checkPassphrase(secret).catch(() => null)) === null;
}
