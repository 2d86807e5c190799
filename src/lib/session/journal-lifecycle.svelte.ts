import type { Journal } from '$lib/journal/journal.svelte';
import type { Secret, SlotKind, Vault } from '$lib/vault/vault';
import { failureFrom, SessionError, type FailureCode } from './failure';
import { journalMarker } from './journal-marker';
import type { UnlockedJournal } from './key-slots';
import type { FoundSlots } from './inspect-slots';
import type { SlotFault } from './slot-trust';
import type { LockedJournal } from './open-journal';

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
	'unknown' | 'none' | 'opening' | 'locked' | 'open' | 'closing' | 'missing' | 'failed' | 'let-go';

/** The person's decision how to store what they write, before there is a journal. */
export type Decision = 'not-yet' | 'device' | 'nothing';

/**
 * The lifecycle of the one journal of this browser: found, created, opened, and closed again. The journal's code is
 * loaded with it.
 */
export class JournalLifecycle {
	readonly #onOpen: (journal: Journal) => void;
	#state = $state<JournalState>('unknown');
	#failure = $state.raw<FailureCode | null>(null);
	#parts = $state.raw<UnlockedJournal | null>(null);
	#locked = $state.raw<LockedJournal | null>(null);
	#decision = $state<Decision>('not-yet');
	#opening: Promise<void> | null = null;

	/** `onOpen` is called with the journal whenever it has been opened. */
	constructor(onOpen: (journal: Journal) => void) {
		this.#onOpen = onOpen;
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
	get decided(): Decision {
		return this.#decision;
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
	async open(thorough: boolean): Promise<void> {
		await this.#opening;
		if (this.journal || this.#locked || this.#isClosed()) return;
		if (this.#state === 'none' && !thorough) return;
		if (!thorough && !(await journalMarker.existsOrDatabase())) {
			if (this.#state === 'unknown') this.#state = 'none';
			return;
		}
		await this.#runOnce(() => this.#openStored());
	}

	/** Sets how the journal is to be stored. This stores nothing yet. */
	decide(decision: Decision): void {
		this.#decision = decision;
	}

	/** Creates a journal that only this passphrase and this recovery code open. What failed becomes the state. */
	async createProtected(passphrase: string, code: string): Promise<void> {
		await this.#runOnce(async () => {
			const [{ passphraseAndCode: passphraseAndCode }, { createWithSecrets: createWithSecrets }] =
				await Promise.all([import('./key-slots'), import('./create-journal')]);
			this.#adopt(
				await createWithSecrets(passphraseAndCode(passphrase, code), this.#onOtherVersion)
			);
		});
	}

	/** Opens a locked journal; false if this secret opens no slot of it. Throws what failed otherwise. */
	async unlock(secret: Secret): Promise<boolean> {
		const open = await this.#locked?.unlock(secret);
		if (!open) return false;
		this.#adopt(open);
		return true;
	}

	/** Starts over after the journal went missing, as the person chose. */
	startOver(): void {
		journalMarker.clear();
		this.#decision = 'not-yet';
		this.#state = 'none';
	}

	/** Checks whether entries can be saved here; the state says if not. */
	async probe(): Promise<void> {
		await this.open(true);
		if (this.#state !== 'none') return;
		const { probeStorage: probeStorage } = await import('./storage-probe');
		const failure = await probeStorage();
		if (failure) this.#fail(failure);
	}

	/** Tries again to open what could not be opened. */
	async retry(): Promise<void> {
		if (this.#state === 'let-go') return;
		this.#state = 'unknown';
		this.#failure = null;
		this.#locked = null;
		await this.probe();
	}

	/**
	 * Returns the journal to write in: opened if it is not, and created where it is to open by itself. Throws why not.
	 */
	async getOrCreate(): Promise<Journal> {
		if (this.#parts?.vault.isClosed) this.dropKey();
		if (!this.#parts) this.#failure = null;
		await this.#runOnce(() => this.#openStored());
		if (!this.#parts && this.#state === 'none' && this.#decision === 'device') {
			await this.#runOnce(async () => {
				const { createOnDevice: createOnDevice } = await import('./create-journal');
				this.#adopt(await createOnDevice(this.#onOtherVersion));
			});
		}
		if (this.#parts) return this.#parts.journal;
		if (this.#state === 'missing') throw new SessionError('gone', 'the journal is gone');
		if (this.#state === 'locked') throw new SessionError('other-key', 'the journal is locked');
		throw new SessionError(this.#failure ?? 'unknown', 'no journal is open');
	}

	/** Hides the journal: it is gone from the screen, and still open to save in. */
	hide(): void {
		this.#state = 'closing';
	}

	/** Drops the key, and with it all that is open: the words too, and what holds them elsewhere, as a search does. */
	close(): void {
		this.#parts?.journal.dispose();
		this.#parts = null;
	}

	/** Continues with the vault of the next epoch, after the journal was encrypted anew under it. */
	adoptVault(parts: UnlockedJournal, vault: Vault): void {
		// All unproven slots were deleted with the old key, and a secret opens the journal from now on.
		const slots = { trusted: [], faults: [] };
		journalMarker.set(true);
		this.#parts = { ...parts, vault, slots, unlockedUnexpectedly: false };
	}

	/** The faults of the slots that were found when the journal was opened, or since. */
	get slotFaults(): readonly SlotFault[] {
		return this.#parts?.slots.faults ?? [];
	}
	/** Whether the journal has opened by itself although it used to ask for a secret. */
	get openedUnasked(): boolean {
		return this.#parts?.unlockedUnexpectedly ?? false;
	}

	/** Adopts the slots that were found. */
	adoptSlots(slots: FoundSlots): void {
		if (this.#parts) this.#parts = { ...this.#parts, slots };
	}

	/** Records that the journal is meant to open by itself, as the person said. */
	expectUnlock(): void {
		if (!this.#parts) return;
		journalMarker.set(false);
		this.#parts = { ...this.#parts, unlockedUnexpectedly: false };
	}

	/** Closes the journal and opens it again, after its key is gone or has changed. */
	dropKey(): void {
		this.#parts?.vault.close();
		this.#parts?.journal.close();
		this.#parts?.storage.close();
		this.#parts = null;
		this.#locked = null;
		this.#state = 'unknown';
		void this.#runOnce(() => this.#openStored());
	}

	/** Drops all of the journal, and opens nothing until the page is reloaded. */
	letGo(): void {
		this.#parts?.journal.dispose();
		this.#parts = null;
		this.#locked = null;
		this.#state = 'let-go';
	}

	/** Runs `work` on the whole journal, one at a time; a failure becomes the state. */
	async #runOnce(work: () => Promise<void>): Promise<void> {
		await this.#opening;
		this.#opening = work()
			.catch((error: unknown) => {
				// An open journal stays open, whatever else failed.
				if (!this.#parts) this.#fail(failureFrom(error));
			})
			.finally(() => (this.#opening = null));
		await this.#opening;
	}

	async #openStored(): Promise<void> {
		if (this.#parts || this.#locked || this.#state === 'let-go') return;
		this.#state = 'opening';
		this.#failure = null;
		const { findJournal } = await import('./open-journal');
		const found = await findJournal(this.#onOtherVersion);
		if (!found) {
			this.#state = journalMarker.exists() ? 'missing' : 'none';
		} else if ('locked' in found) {
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
		return this.#state === 'failed' || this.#state === 'let-go';
	}

	#adopt(open: UnlockedJournal): void {
		if (this.#state === 'let-go') {
			open.journal.dispose();
			journalMarker.clear();
			return;
		}
		this.#parts = open;
		this.#locked = null;
		this.#state = 'open';
		this.#onOpen(open.journal);
	}

	readonly #onOtherVersion = (): void => {
		this.#fail('other-version-open');
	};

	/** Whether everything was erased while something else was awaited. */
	#wasErased(): boolean {
		return this.#state === 'let-go';
	}

	#fail(failure: FailureCode): void {
		if (this.#wasErased()) return;
		this.#failure = failure;
		this.#state = 'failed';
	}
}
