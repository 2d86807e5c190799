import { isAgeFile, openBackup } from '$lib/backup/backup';
import { readInWorker, type FormatKind } from '$lib/formats/formats';
import type { Incoming } from '$lib/formats/incoming';
import type { Journal } from '$lib/journal/journal.svelte';
import type { Session } from '$lib/session/session.svelte';
import { Copying } from '../copying.svelte';
import { eitherReading } from '../either-reading';
import { importSeed } from '../import-seed';
import { canLockWith } from './lockable';
import { Taking } from './taking.svelte';

/** What was read from files that were chosen. */
export interface Chosen {
	kind: FormatKind;
	incoming: Incoming;
	/** Names of files that say no day. */
	undated: readonly string[];
}

/**
 * Files on their way into the journal: chosen, opened, shown, taken in. It outlives the page's sheet, which is
 * drawn anew when the journal is made.
 */
export class BringingIn {
	readonly #session: Session;
	readonly reading = new Copying<Chosen>();
	readonly taking: Taking;
	/** A file that waits for what opens it. */
	#sealed = $state.raw<File | null>(null);
	/** What was read waits for the answer to how pages are kept here. */
	#asking = $state(false);
	/** The passphrase that opened the backup, where there is no journal that it could come into. */
	#same = $state<string | null>(null);

	constructor(session: Session) {
		this.#session = session;
		this.taking = new Taking(session);
	}

	get sealed(): File | null {
		return this.#sealed;
	}
	get asking(): boolean {
		return this.#asking;
	}
	/** What opened the backup, as a passphrase for the journal that is made for it; null where it can be none. */
	get same(): string | null {
		return this.#same;
	}

	/** The journal is to be kept in another way than the backup was: what opened that is forgotten. */
	chooseAnew(): void {
		this.#same = null;
	}

	/** Reads files of another program, or has a backup wait for what opens it. */
	async choose(files: File[]): Promise<void> {
		this.again();
		const [first] = files;
		if (files.length === 1 && first && (await isAgeFile(first))) {
			this.#sealed = first;
			return;
		}
		const { reading } = this;
		await reading.run('Reading the file.', (signal, _, onProgress) => {
			const given = files.map((file) => ({
				name: file.webkitRelativePath || file.name,
				content: file,
				changed: file.lastModified
			}));
			const secret = importSeed(this.#session);
			return readInWorker(given, { secret, signal, onProgress });
		});
	}

	/** Takes a backup, and tries what opens it; if that does not, it waits for what does. */
	async openWith(file: File, secret: string): Promise<void> {
		this.again();
		this.#sealed = file;
		await this.open(secret);
	}

	/** Opens the backup that was chosen. */
	async open(secret: string): Promise<void> {
		const file = this.#sealed;
		if (!file) return;
		await this.reading.run('Reading the file.', async (signal, onProgress) => {
			let opened = '';
			const { incoming } = await eitherReading(secret, (typed) => {
				opened = typed;
				return openBackup(file, typed, { signal, onProgress });
			});
			const lockable = !this.#session.journal && (await canLockWith(opened));
			if (lockable && !signal.aborted) this.#same = opened;
			return { kind: 'own-backup', incoming, undated: [] };
		});
	}

	/** Plans what would become of what was read in this journal, or in a new one. */
	async plan({ kind, incoming }: Chosen, journal: Journal | null): Promise<void> {
		if (this.taking.taken || this.taking.working) return;
		await this.taking.plan(incoming, { matchByText: kind !== 'own-backup' }, journal);
	}

	/** Takes it in; where there is no journal, how pages are kept is asked first. */
	async bringIn(): Promise<void> {
		const { journal, decided } = this.#session;
		// What was locked with a passphrase is not left open by a choice that was made before it came.
		this.#asking = !journal && (decided !== 'device' || this.#same !== null);
		if (!this.#asking) await this.take();
	}

	/** Takes it in: how pages are kept was answered. */
	async take(): Promise<void> {
		this.#asking = false;
		this.#same = null;
		await this.taking.take();
	}

	/** Forgets what was chosen. */
	again(): void {
		this.reading.stop();
		this.taking.forget();
		this.#sealed = null;
		this.#asking = false;
		this.#same = null;
	}
}
