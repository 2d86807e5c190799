import type { Journal } from '$lib/journal/journal.svelte';
import type { Secret, SlotKind, Vault } from '$lib/vault/vault';
import { failureFrom, SessionError, type FailureCode } from './failure';
import { journalMarker } from './journal-marker';
import type { UnlockedJournal } from './key-slots';
import type { SlotReport } from './verify-slots';
import type { SlotFault } from './slot-trust';
import type { LockedJournal } from './unlock-journal';

/**
 * - `unknown`: not checked yet
 * - `none`: this browser has no journal
 * - `opening`: it is being opened
 * - `locked`: there is one, and it waits for a secret; `unlockKinds` says of which kinds
 * - `open`: `journal` is there
 * - `closing`: it is being locked; nothing of it may be shown
 * - `missing`: there was one in this browser, and it is gone
 * - `failed`: it cannot be opened or stored here; `failure` says why
 * - `let-go`: everything was erased, here or in another tab; nothing is opened until the page is reloaded
 */
export type JournalState =
	| 'unknown'
	| 'none'
	| 'loading'
	| 'locked'
	| 'unlocked'
	| 'locking'
	| 'missing'
	| 'failed'
	| 'erased';

/** The person's decision how to store what they write, before there is a journal. */
export type StorageMode = 'undecided' | 'device' | 'none';

/**
 * The lifecycle of the one journal of this browser: found, created, opened, and closed again. The journal's code is
 * loaded with it.
 */
export class JournalLifecycle {
	readonly #onUnlocked: (journal: Journal) => void;
	#state = $state<JournalState>('unknown');
	#failure = $state.raw<FailureCode | null>(null);
	#parts = $state.raw<UnlockedJournal | null>(null);
	#locked = $state.raw<LockedJournal | null>(null);
	#storageMode = $state<StorageMode>('undecided');
	#opening: Promise<void> | null = null;

	/** `onOpen` is called with the journal whenever it has been opened. */
	constructor(onUnlocked: (journal: Journal) => void) {
		this.#onUnlocked = onUnlocked;
	}

	get state(): JournalState {
		return this.#state;
	}
	get failure(): FailureCode | null {
		return this.#failure;
	}
	get journal(): Journal | null {
		return this.#parts?.journal ?? null;
	}
	get unlockKinds(): readonly SlotKind[] {
		return this.#locked?.unlockKinds ?? [];
	}
	get credentials(): readonly Uint8Array<ArrayBuffer>[] {
		return this.#locked?.credentials ?? [];
	}
	get storageMode(): StorageMode {
		return this.#storageMode;
	}
	/** The open journal with its vault and its storage. Throws `other-key` while it is not open. */
	get parts(): UnlockedJournal {
		if (!this.#parts) throw new SessionError('other-key', 'the journal is locked');
		return this.#parts;
	}

	/**
	 * Opens the journal if this browser has one; never creates one. A page that only reads checks the marker and loads
	 * nothing without it; a page about the journal is `thorough` and checks the database.
	 */
	async open(checkDatabase: boolean): Promise<void> {
		await this.#opening;
		if (this.journal || this.#locked || this.#isClosed()) return;
		if (this.#state === 'none' && !checkDatabase) return;
		if (!checkDatabase && !(await journalMarker.hasJournal())) {
			if (this.#state === 'unknown') this.#state = 'none';
			return;
		}
		await this.#runOnce(() => this.#openStored());
	}

	/** Sets how the journal is to be stored. This stores nothing yet. */
	setStorageMode(mode: StorageMode): void {
		this.#storageMode = mode;
	}

	/** Creates a journal that only this passphrase and this recovery code open. What failed becomes the state. */
	async createProtected(passphrase: string, code: string): Promise<void> {
		await this.#runOnce(async () => {
			const [{ passphraseAndCode }, { createWithSecrets }] = await Promise.all([
				import('./key-slots'),
				import('./create-journal')
			]);
			this.#adopt(
				await createWithSecrets(passphraseAndCode(passphrase, code), this.#onVersionChange)
			);
		});
	}

	/** Opens a locked journal; false if this secret opens no slot of it. Throws what failed otherwise. */
	async unlock(secret: Secret): Promise<boolean> {
		const unlocked = await this.#locked?.unlock(secret);
		if (!unlocked) return false;
		this.#adopt(unlocked);
		return true;
	}

	/** Starts over after the journal went missing, as the person chose. */
	startOver(): void {
		journalMarker.clear();
		this.#storageMode = 'undecided';
		this.#state = 'none';
	}

	/** Checks whether entries can be saved here; the state says if not. */
	async probe(): Promise<void> {
		await this.open(true);
		if (this.#state !== 'none') return;
		const { probeStorage } = await import('./storage-probe');
		const failure = await probeStorage();
		if (failure) this.#fail(failure);
	}

	/** Tries again to open what could not be opened. */
	async retry(): Promise<void> {
		if (this.#state === 'erased') return;
		this.#state = 'unknown';
		this.#failure = null;
		this.#locked = null;
		await this.probe();
	}

	/**
	 * Returns the journal to write in: opened if it is not, and created where it is to open by itself. Throws why not.
	 */
	async getOrCreate(): Promise<Journal> {
		if (this.#parts?.vault.isClosed) this.reload();
		if (!this.#parts) this.#failure = null;
		await this.#runOnce(() => this.#openStored());
		if (!this.#parts && this.#state === 'none' && this.#storageMode === 'device') {
			await this.#runOnce(async () => {
				const { createOnDevice } = await import('./create-journal');
				this.#adopt(await createOnDevice(this.#onVersionChange));
			});
		}
		if (this.#parts) return this.#parts.journal;
		if (this.#state === 'missing') throw new SessionError('gone', 'the journal is gone');
		if (this.#state === 'locked') throw new SessionError('other-key', 'the journal is locked');
		throw new SessionError(this.#failure ?? 'unknown', 'no journal is open');
	}

	/** Hides the journal: it is gone from the screen, and still open to save in. */
	startLocking(): void {
		this.#state = 'locking';
	}

	/** Drops the key, and with it all that is open: the words too, and what holds them elsewhere, as a search does. */
	lock(): void {
		this.#parts?.journal.dispose();
		this.#parts = null;
	}

	/** Continues with the vault of the next epoch, after the journal was encrypted anew under it. */
	adoptVault(parts: UnlockedJournal, vault: Vault): void {
		// All unproven slots were deleted with the old key, and a secret opens the journal from now on.
		const slotReport = { trusted: [], faults: [] };
		journalMarker.set(true);
		this.#parts = { ...parts, vault, slotReport, unlockedUnexpectedly: false };
	}

	/** The faults of the slots that were found when the journal was opened, or since. */
	get slotFaults(): readonly SlotFault[] {
		return this.#parts?.slotReport.faults ?? [];
	}
	/** Whether the journal has opened by itself although it used to ask for a secret. */
	get isUnexpectedUnlock(): boolean {
		return this.#parts?.unlockedUnexpectedly ?? false;
	}

	/** Adopts the slots that were found. */
	adoptSlots(slotReport: SlotReport): void {
		if (this.#parts) this.#parts = { ...this.#parts, slotReport };
	}

	/** Records that the journal is meant to open by itself, as the person said. */
	expectUnlock(): void {
		if (!this.#parts) return;
		journalMarker.set(false);
		this.#parts = { ...this.#parts, unlockedUnexpectedly: false };
	}

	/** Closes the journal and opens it again, after its key is gone or has changed. */
	reload(): void {
		this.#parts?.vault.close();
		this.#parts?.journal.close();
		this.#parts?.storage.close();
		this.#parts = null;
		this.#locked = null;
		this.#state = 'unknown';
		void this.#runOnce(() => this.#openStored());
	}

	/** Drops all of the journal, and opens nothing until the page is reloaded. */
	markErased(): void {
		this.#parts?.journal.dispose();
		this.#parts = null;
		this.#locked = null;
		this.#state = 'erased';
	}

	/** Runs `work` on the whole journal, one at a time; a failure becomes the state. */
	async #runOnce(task: () => Promise<void>): Promise<void> {
		await this.#opening;
		this.#opening = task()
			.catch((error: unknown) => {
				// An open journal stays open, whatever else failed.
				if (!this.#parts) this.#fail(failureFrom(error));
			})
			.finally(() => (this.#opening = null));
		await this.#opening;
	}

	async #openStored(): Promise<void> {
		if (this.#parts || this.#locked || this.#state === 'erased') return;
		this.#state = 'loading';
		this.#failure = null;
		const { findJournal } = await import('./unlock-journal');
		const found = await findJournal(this.#onVersionChange);
		if (!found) {
			this.#state = journalMarker.exists() ? 'missing' : 'none';
		} else if ('isLocked' in found) {
			this.#locked = found;
			this.#state = 'locked';
		} else {
			this.#adopt(found);
		}
	}

	/**
	 * Whether nothing may be opened: after a failure until a person tries again, and after erasing until the page is
	 * reloaded.
	 */
	#isClosed(): boolean {
		return this.#state === 'failed' || this.#state === 'erased';
	}

	#adopt(unlocked: UnlockedJournal): void {
		if (this.#state === 'erased') {
			unlocked.journal.dispose();
			journalMarker.clear();
			return;
		}
		this.#parts = unlocked;
		this.#locked = null;
		this.#state = 'unlocked';
		this.#onUnlocked(unlocked.journal);
	}

	readonly #onVersionChange = (): void => {
		this.#fail('other-version-open');
	};

	/** Whether everything was erased while something else was awaited. */
	#wasErased(): boolean {
		return this.#state === 'erased';
	}

	#fail(failure: FailureCode): void {
		if (this.#wasErased()) return;
		this.#failure = failure;
		this.#state = 'failed';
	}
}
