/**
 * What is open right now: puts the vault, its storage and the journal together for the pages.
 *
 * Reading needs none of it, so the journal's code is loaded only where a journal is (or is begun),
 * and nothing is stored before the first word is written. Until then choices live in memory.
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
import { LockChannel } from './lock-channel';
import { OwnJournal, type Decision, type JournalState } from './own-journal.svelte';
import { VisitChoices } from './visit-choices.svelte';
import type { SlotFault } from './slot-trust';
import type { WaysIn } from './ways-in';

export type { Decision, JournalState } from './own-journal.svelte';

/** What holds words beside the drafts that are to reach the disk as they do. */
export interface Saveable {
	/** The random id of its record. */
	readonly id: string;
	/** Whether something of it is not on the disk. */
	readonly isDirty: boolean;
	/** Whether that is so although saving was tried: only then is it spoken of. */
	readonly isStuck: boolean;
	/** Saves it now. Resolves when that has succeeded or failed. */
	flush(): Promise<void>;
	/** Drops its words for good. */
	discard(): void;
}

/** Milliseconds that saving may take before a lock says that it waits. */
const SAVE_BEFORE_LOCK = 3_000;

export class Session {
	readonly #choices = new VisitChoices();
	readonly #own = new OwnJournal((journal) => this.#choices.moveTo(journal));
	readonly #drafts = new Drafts(() => this.#own.toWriteIn());
	readonly #channel = new LockChannel((message) => {
		if (message === 'lock') void this.lock(false);
		else this.#own.dropKey();
	});
	#saveables = $state.raw<readonly Saveable[]>([]);
	#cannotLock = $state(false);

	get state(): JournalState {
		return this.#own.state;
	}
	get failure(): FailureCode | null {
		return this.#own.failure;
	}
	get journal(): Journal | null {
		return this.#own.journal;
	}
	/** By which kinds of slot a locked journal can be opened. */
	get ways(): readonly SlotKind[] {
		return this.#own.ways;
	}
	/** The passkeys that may be asked for. */
	get credentials(): readonly Uint8Array<ArrayBuffer>[] {
		return this.#own.credentials;
	}
	/** Whether the open journal can be locked: a device slot would open it again by itself. */
	get lockable(): boolean {
		return this.journal !== null && this.journal.slots.length > 0;
	}
	/** What of the key slots is not as it was left. */
	get slotFaults(): readonly SlotFault[] {
		return this.#own.slotFaults;
	}
	/** Whether the journal has opened by itself although it used to ask for a secret. */
	get openedUnasked(): boolean {
		return this.#own.openedUnasked;
	}
	/** Whether locking waits, because something could not be saved. */
	get cannotLock(): boolean {
		return this.#cannotLock;
	}
	/** What the person decided about keeping, before there is a journal. */
	get decided(): Decision {
		return this.#own.decided;
	}
	get settings(): Settings {
		return this.journal?.settings ?? this.#choices.settings;
	}

	/**
	 * Opens the journal if this browser holds one; never makes one. A page that only reads asks the mark
	 * and loads nothing without it; a page about the journal is `thorough` and asks the database.
	 */
	look(thorough = false): Promise<void> {
		return this.#own.look(thorough);
	}

	/** The person decided, before the first word, how it is kept. Nothing is stored by deciding. */
	decide(decision: Decision): void {
		this.#own.decide(decision);
	}

	/** The person said that the journal is meant to open by itself. */
	meansToOpen(): void {
		this.#own.meansToOpen();
	}

	/** Makes a journal that only this passphrase and this recovery code open. */
	beginWith(passphrase: string, code: string): Promise<void> {
		return this.#own.beginWith(passphrase, code);
	}

	/** Opens a locked journal; false if this secret opens no slot of it. Throws what failed otherwise. */
	async unlock(secret: Secret): Promise<boolean> {
		const opened = await this.#own.unlock(secret);
		if (opened) void this.flush();
		return opened;
	}

	/**
	 * Locks: saves what is being written, drops the key, and loads a fresh document, in every tab. Where
	 * something cannot be saved, all is hidden and `cannotLock` says so, until `lock` is forced.
	 */
	async lock(tellOthers = true, force = false): Promise<void> {
		if (!this.lockable && this.state !== 'closing') return;
		this.#own.hide();
		if (tellOthers) this.#channel.tell('lock');
		if (!force) await Promise.race([this.flush(), wait(SAVE_BEFORE_LOCK)]);
		this.#cannotLock = !force && this.hasUnsaved;
		if (this.#cannotLock) return;
		this.#own.close();
		this.#drafts.forget();
		this.#saveables = [];
		location.reload();
	}

	/** What changes the ways in; it is loaded only where that is done. */
	async waysIn(): Promise<WaysIn> {
		const { WaysIn } = await import('./ways-in');
		return new WaysIn({
			open: () => this.#own.parts,
			flush: () => this.flush(),
			onNewKey: (parts, vault) => {
				this.#own.takeKey(parts, vault);
				this.#channel.tell('other-key');
			},
			onListedAnew: (slots) => {
				this.#own.takeSlots(slots);
				this.#channel.tell('other-key');
			}
		});
	}

	/** After a journal went missing: the person chose to begin again. */
	beginAgain(): void {
		this.#own.beginAgain();
	}

	/** Looks, before a word is typed, whether a page written here can be kept; the state says if not. */
	probe(): Promise<void> {
		return this.#own.probe();
	}

	/** Tries again to open a journal that could not be opened. */
	tryAgain(): Promise<void> {
		return this.#own.tryAgain();
	}

	/** The draft of an entry, which outlives its page. */
	draft(entry: Entry, rev: number | null): Promise<Draft> {
		return this.#drafts.of(entry, rev);
	}

	/** A draft for a page that is not there yet. */
	newDraft(topic: Topic): Promise<Draft> {
		return this.#drafts.start(topic);
	}

	/** The open journal, made now where the person chose that pages are kept. Throws why there is none. */
	journalToKeepIn(): Promise<Journal> {
		return this.#own.toWriteIn();
	}

	/** The drafts that hold something which is not on the disk. */
	get unsaved(): readonly Draft[] {
		return this.#drafts.unsaved;
	}

	/** What else is saved with the drafts. */
	get saveables(): readonly Saveable[] {
		return this.#saveables;
	}
	/** Whether there is anything, a draft or not, that is not on the disk. */
	get hasUnsaved(): boolean {
		return this.unsaved.length > 0 || this.#saveables.some(({ isDirty }) => isDirty);
	}

	/** From now on this is saved with the drafts, as long as it holds something that is not on the disk. */
	registerSaveable(one: Saveable): void {
		if (this.#saveables.includes(one)) return;
		this.#saveables = [...this.#saveables.filter(({ isDirty }) => isDirty), one];
	}

	/** Saves every draft now, and what is saved with them. */
	async flush(): Promise<void> {
		await Promise.all([this.#drafts.flush(), ...this.#saveables.map((one) => one.flush())]);
	}

	/** Drops all that this tab holds of the journal, saved or not, and closes it until the page is loaded anew. */
	letGo(): void {
		this.#drafts.drop();
		for (const one of this.#saveables) one.discard();
		this.#saveables = [];
		this.#own.letGo();
		this.#choices.forget();
	}

	/** Takes a changed choice; kept sealed when there is a journal, in memory when there is none. */
	choose(change: SettingsChange): void {
		if (this.state === 'let-go') return;
		if (this.journal) void this.journal.changeSettings(change);
		else this.#choices.choose(change);
	}

	/**
	 * Says something about an entry through its draft (that it is finished too, if asked), and brings it to the
	 * disk. Throws what failed, and then the page is as it was.
	 */
	async note(draft: Draft, change: Partial<Annotations>, finished = false): Promise<void> {
		draft.sync(this.journal?.find(draft.entry.id) ?? null);
		await draft.saveAnnotations(change, finished);
	}

	/** The draft of an entry of the open journal, as it is now. */
	async draftOf(entry: Entry): Promise<Draft> {
		const stored = this.journal?.find(entry.id) ?? null;
		const draft = await this.draft(stored?.entry ?? entry, stored?.rev ?? null);
		draft.sync(stored);
		return draft;
	}

	/**
	 * Lets go of one page for good. Nothing of it is saved meanwhile, so that it cannot come back. Throws what
	 * failed, and then the page is as it was.
	 */
	async letGoOf(draft: Draft): Promise<void> {
		await draft.pause();
		try {
			await this.journal?.delete(draft.entry.id);
			draft.discard();
		} catch (error) {
			draft.resume();
			throw error;
		}
	}

	/** Notes that a section was opened. */
	visit(sectionId: string): void {
		const { read, here } = this.settings;
		if (here === sectionId && read.includes(sectionId)) return;
		this.choose((now) => ({
			here: sectionId,
			read: now.read.includes(sectionId) ? now.read : [...now.read, sectionId]
		}));
	}

	/** The entries written to a section, newest first; none while the journal is closed. */
	entriesIn(sectionId: string): Entry[] {
		return this.journal?.entries.filter((entry) => entry.section?.id === sectionId) ?? [];
	}
}

function wait(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export const [getSession, setSession] = createContext<Session>();
