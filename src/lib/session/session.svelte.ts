/**
 * The session of a tab: puts the vault, its storage and the journal together for the pages.
 *
 * Reading needs none of it, so the journal's code is loaded only where there is a journal (or one is created), and
 * nothing is stored before the first word is written. Until then settings are in memory.
 */
import { createContext } from 'svelte';
import type { Draft } from '$lib/draft/draft.svelte';
import type { Entry, Topic } from '$lib/model/entry';
import type { Journal } from '$lib/journal/journal.svelte';
import type { Annotations } from '$lib/model/annotations';
import type { Settings, SettingsChange } from '$lib/model/settings';
import type { Secret, SlotKind } from '$lib/vault/vault';
import { Drafts } from './drafts.svelte';
import type { FailureCode } from './failure';
import { openLockChannel } from './lock-channel';
import { JournalLifecycle, type StorageMode, type JournalState } from './journal-lifecycle.svelte';
import { VisitSettings } from './pending-settings.svelte';
import type { SlotFault } from './slot-trust';
import type { UnlockMethods } from './unlock-methods';

export type { StorageMode, JournalState } from './journal-lifecycle.svelte';

/** An object other than a draft that holds unsaved words and is saved with the drafts. */
export interface Saveable {
	/** The random id of its record. */
	readonly id: string;
	/** Whether it has unsaved changes. */
	readonly isDirty: boolean;
	/** Whether it has them although saving was tried: only then is the person told. */
	readonly isStuck: boolean;
	/** Saves it now. Resolves when that has succeeded or failed. */
	flush(): Promise<void>;
	/** Discards its words for good. */
	discard(): void;
}

/** The milliseconds that saving may take before a lock reports that it waits. */
const SAVE_BEFORE_LOCK_MS = 3_000;

export class Session {
	readonly #visitSettings = new VisitSettings();
	readonly #lifecycle = new JournalLifecycle((journal) => this.#visitSettings.applyTo(journal));
	readonly #drafts = new Drafts(() => this.#lifecycle.getOrCreate());
	readonly #channel = openLockChannel();
	#saveables = $state.raw<readonly Saveable[]>([]);
	#isLockBlocked = $state(false);

	constructor() {
		this.#channel.subscribe((message) => {
			if (message === 'lock') void this.lock(false);
			else this.#lifecycle.reload();
		});
	}

	get state(): JournalState {
		return this.#lifecycle.state;
	}
	get failure(): FailureCode | null {
		return this.#lifecycle.failure;
	}
	get journal(): Journal | null {
		return this.#lifecycle.journal;
	}
	/** The kinds of slot by which a locked journal can be opened. */
	get unlockKinds(): readonly SlotKind[] {
		return this.#lifecycle.unlockKinds;
	}
	/** The credential ids of the passkeys that may be asked for. */
	get credentials(): readonly Uint8Array<ArrayBuffer>[] {
		return this.#lifecycle.credentials;
	}
	/** Whether the open journal can be locked: a device slot would open it again by itself. */
	get isLockable(): boolean {
		return this.journal !== null && this.journal.slots.length > 0;
	}
	/** The faults of the key slots. */
	get slotFaults(): readonly SlotFault[] {
		return this.#lifecycle.slotFaults;
	}
	/** Whether the journal has opened by itself although it used to ask for a secret. */
	get unlockedUnexpectedly(): boolean {
		return this.#lifecycle.isUnexpectedUnlock;
	}
	/** Whether locking waits because something could not be saved. */
	get isLockBlocked(): boolean {
		return this.#isLockBlocked;
	}
	/** The person's decision how to store what they write, before there is a journal. */
	get storageMode(): StorageMode {
		return this.#lifecycle.storageMode;
	}
	get settings(): Settings {
		return this.journal?.settings ?? this.#visitSettings.settings;
	}

	/**
	 * Opens the journal if this browser has one; never creates one. A page that only reads checks the marker and loads
	 * nothing without it; a page about the journal is `thorough` and checks the database.
	 */
	open(checkDatabase = false): Promise<void> {
		return this.#lifecycle.open(checkDatabase);
	}

	/** Sets how the journal is to be stored, as the person decided before the first word. This stores nothing yet. */
	setStorageMode(mode: StorageMode): void {
		this.#lifecycle.setStorageMode(mode);
	}

	/** Records that the journal is meant to open by itself, as the person said. */
	expectUnlock(): void {
		this.#lifecycle.expectUnlock();
	}

	/** Creates a journal that only this passphrase and this recovery code open. */
	createProtected(passphrase: string, code: string): Promise<void> {
		return this.#lifecycle.createProtected(passphrase, code);
	}

	/** Opens a locked journal; false if this secret opens no slot of it. Throws what failed otherwise. */
	async unlock(secret: Secret): Promise<boolean> {
		const isUnlocked = await this.#lifecycle.unlock(secret);
		if (isUnlocked) void this.flush();
		return isUnlocked;
	}

	/**
	 * Locks the journal: saves what is being written, drops the key, and loads a fresh document, in every tab. Where
	 * something cannot be saved, all is hidden and `cannotLock` is true, until `lock` is forced.
	 */
	async lock(tellOthers = true, force = false): Promise<void> {
		if (!this.isLockable && this.state !== 'locking') return;
		this.#lifecycle.startLocking();
		if (tellOthers) this.#channel.post('lock');
		if (!force) await Promise.race([this.flush(), delay(SAVE_BEFORE_LOCK_MS)]);
		this.#isLockBlocked = !force && this.hasUnsaved;
		if (this.#isLockBlocked) return;
		this.#lifecycle.lock();
		this.#drafts.clear();
		this.#saveables = [];
		location.reload();
	}

	/** Returns the unlock methods, to be changed; their code is loaded only here. */
	async unlockMethods(): Promise<UnlockMethods> {
		const { UnlockMethods } = await import('./unlock-methods');
		return new UnlockMethods({
			getUnlocked: () => this.#lifecycle.parts,
			flush: () => this.flush(),
			onNewKey: (parts, vault) => {
				this.#lifecycle.adoptVault(parts, vault);
				this.#channel.post('other-key');
			},
			onListRebuilt: (slots) => {
				this.#lifecycle.adoptSlots(slots);
				this.#channel.post('other-key');
			}
		});
	}

	/** Starts over after the journal went missing, as the person chose. */
	startOver(): void {
		this.#lifecycle.startOver();
	}

	/** Checks, before a word is typed, whether entries can be saved here; the state says if not. */
	probe(): Promise<void> {
		return this.#lifecycle.probe();
	}

	/** Tries again to open a journal that could not be opened. */
	retry(): Promise<void> {
		return this.#lifecycle.retry();
	}

	/** Returns the draft of an entry, which outlives the page that shows it. */
	openDraft(entry: Entry, rev: number | null): Promise<Draft> {
		return this.#drafts.open(entry, rev);
	}

	/** Returns a draft of a new entry. */
	createDraft(topic: Topic): Promise<Draft> {
		return this.#drafts.create(topic);
	}

	/**
	 * Returns the open journal, created now where the person chose that entries are stored. Throws why there is none.
	 */
	getOrCreateJournal(): Promise<Journal> {
		return this.#lifecycle.getOrCreate();
	}

	/** The drafts with unsaved changes. */
	get unsavedDrafts(): readonly Draft[] {
		return this.#drafts.unsaved;
	}

	/** The other objects that are saved with the drafts. */
	get saveables(): readonly Saveable[] {
		return this.#saveables;
	}
	/** Whether a draft or another object has unsaved changes. */
	get hasUnsaved(): boolean {
		return this.unsavedDrafts.length > 0 || this.#saveables.some(({ isDirty }) => isDirty);
	}

	/** Registers an object to be saved with the drafts, as long as it has unsaved changes. */
	registerSaveable(saveable: Saveable): void {
		if (this.#saveables.includes(saveable)) return;
		this.#saveables = [...this.#saveables.filter(({ isDirty }) => isDirty), saveable];
	}

	/** Saves every draft now, and the objects that are saved with them. */
	async flush(): Promise<void> {
		await Promise.all([this.#drafts.flush(), ...this.#saveables.map((one) => one.flush())]);
	}

	/** Drops all that this tab holds of the journal, saved or not, and closes it until the page is reloaded. */
	discardAll(): void {
		this.#drafts.discardAll();
		for (const one of this.#saveables) one.discard();
		this.#saveables = [];
		this.#lifecycle.markErased();
		this.#visitSettings.clear();
	}

	/** Changes settings; they are stored encrypted when there is a journal, and in memory when there is none. */
	changeSettings(change: SettingsChange): void {
		if (this.state === 'erased') return;
		if (this.journal) void this.journal.changeSettings(change);
		else this.#visitSettings.change(change);
	}

	/**
	 * Changes the annotations of an entry through its draft (and marks it as finished, if asked), and saves them.
	 * Throws what failed, and then the entry is as it was.
	 */
	async annotate(draft: Draft, change: Partial<Annotations>, isFinished = false): Promise<void> {
		draft.sync(this.journal?.find(draft.entry.id) ?? null);
		await draft.saveAnnotations(change, isFinished);
	}

	/** Returns the draft of an entry of the open journal, as it is now. */
	async getSyncedDraft(entry: Entry): Promise<Draft> {
		const stored = this.journal?.find(entry.id) ?? null;
		const getDraft = await this.openDraft(stored?.entry ?? entry, stored?.rev ?? null);
		getDraft.sync(stored);
		return getDraft;
	}

	/**
	 * Deletes one entry for good. Nothing of it is saved meanwhile, so that it cannot come back. Throws what failed,
	 * and then the entry is as it was.
	 */
	async deleteEntry(draft: Draft): Promise<void> {
		await draft.pause();
		try {
			await this.journal?.delete(draft.entry.id);
			draft.discard();
		} catch (error) {
			draft.resume();
			throw error;
		}
	}

	/** Records that a section was opened. */
	visitSection(sectionId: string): void {
		const { read, here } = this.settings;
		if (here === sectionId && read.includes(sectionId)) return;
		this.changeSettings((now) => ({
			here: sectionId,
			read: now.read.includes(sectionId) ? now.read : [...now.read, sectionId]
		}));
	}

	/** Returns the entries written to a section, newest first; none while the journal is closed. */
	entriesIn(sectionId: string): Entry[] {
		return this.journal?.entries.filter((entry) => entry.section?.id === sectionId) ?? [];
	}
}

function delay(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export const [getSession, setSession] = createContext<Session>();
