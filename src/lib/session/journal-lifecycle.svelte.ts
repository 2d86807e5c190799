import type { Journal } from '$lib/journal/journal.svelte';
import type { Secret, SlotKind, Vault } from '$lib/vault/vault';
import { failureFrom, SessionError, type FailureCode } from './failure';
import { journalMarker } from './journal-marker';
import type { UnlockedJournal } from './key-slots';
import type { SlotReport } from './verify-slots';
import type { SlotFault } from './slot-trust';
import type { LockedJournal } from './unlock-journal';

/**
 * - `unknown`: nobody has looked yet
 * - `none`: this browser holds no journal
 * - `opening`: it is being opened
 * - `locked`: there is one, and it waits for a secret; `ways` says of what kinds
 * - `open`: `journal` is there
 * - `closing`: it is being locked; nothing of it may be shown
 * - `missing`: there was one in this browser, and it is gone
 * - `failed`: it cannot be opened or kept here; `failure` says why
 * - `let-go`: everything was let go, here or in another tab; nothing is opened until the page is loaded anew
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

/** How the person wants to keep what they write, before there is a journal. */
export type StorageMode = 'undecided' | 'device' | 'none';

/** The one journal of this browser: looked for, begun, opened, and closed again. Its code is loaded with it. */
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
	/** The open journal with the parts beneath it. Throws `other-key` while it is not open. */
	get parts(): UnlockedJournal {
		if (!this.#parts) throw new SessionError('other-key', 'the journal is locked');
		return this.#parts;
	}

	/**
	 * Opens the journal if this browser holds one; never makes one. A page that only reads asks the mark
	 * and loads nothing without it; a page about the journal is `thorough` and asks the database.
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

	/** Takes how it is to be kept. Nothing is stored by that. */
	setStorageMode(mode: StorageMode): void {
		this.#storageMode = mode;
	}

	/** Makes a journal that only this passphrase and this recovery code open. What failed becomes the state. */
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

	/** After it went missing: the person chose to begin again. */
	startOver(): void {
		journalMarker.clear();
		this.#storageMode = 'undecided';
		this.#state = 'none';
	}

	/** Looks whether what is written here can be kept; the state says if not. */
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

	/** The journal to write in: opened if it is not, and made where it is to open by itself. Throws why not. */
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

	/** Hides it: what there was to see of it is gone from the screen, and it is still open to save in. */
	startLocking(): void {
		this.#state = 'locking';
	}

	/** Drops the key, and with it all that is open: the words too, and what holds them elsewhere, as a search does. */
	lock(): void {
		this.#parts?.journal.dispose();
		this.#parts = null;
	}

	/** Goes on with the vault of the next epoch, after these parts were sealed anew under it. */
	adoptVault(parts: UnlockedJournal, vault: Vault): void {
		// Everything but what was proven has left the disk with the old key, and a secret opens it from now on.
		const slotReport = { trusted: [], faults: [] };
		journalMarker.set(true);
		this.#parts = { ...parts, vault, slotReport, unlockedUnexpectedly: false };
	}

	/** What was found of the slots when the journal was opened, or since. */
	get slotFaults(): readonly SlotFault[] {
		return this.#parts?.slotReport.faults ?? [];
	}
	/** Whether the journal has opened by itself although it used to ask for a secret. */
	get isUnexpectedUnlock(): boolean {
		return this.#parts?.unlockedUnexpectedly ?? false;
	}

	/** Goes by what was found of the slots. */
	adoptSlots(slotReport: SlotReport): void {
		if (this.#parts) this.#parts = { ...this.#parts, slotReport };
	}

	/** The person said that the journal is meant to open by itself. */
	expectUnlock(): void {
		if (!this.#parts) return;
		journalMarker.set(false);
		this.#parts = { ...this.#parts, unlockedUnexpectedly: false };
	}

	/** The key is gone or has changed: the journal is opened again. */
	reload(): void {
		this.#parts?.vault.close();
		this.#parts?.journal.close();
		this.#parts?.storage.close();
		this.#parts = null;
		this.#locked = null;
		this.#state = 'unknown';
		void this.#runOnce(() => this.#openStored());
	}

	/** Drops all of it, and opens nothing until the page is loaded anew. */
	markErased(): void {
		this.#parts?.journal.dispose();
		this.#parts = null;
		this.#locked = null;
		this.#state = 'erased';
	}

	/** Runs work on the journal as a whole one at a time; a failure becomes the state. */
	async #runOnce(task: () => Promise<void>): Promise<void> {
		await this.#opening;
		this.#opening = task()
			.catch((error: unknown) => {
				// What is open stays open, whatever else could not be done.
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

	/** A failure stands until a person tries again, and what was let go until the page is loaded anew. */
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

	/** Whether everything was let go while something else was waited for. */
	#wasErased(): boolean {
		return this.#state === 'erased';
	}

	#fail(failure: FailureCode): void {
		if (this.#wasErased()) return;
		this.#failure = failure;
		this.#state = 'failed';
	}
}
