/**
 * What is open right now: puts the vault, its storage and the journal together for the pages.
 *
 * Reading needs none of it, so the journal's code is loaded only where a journal is (or is begun),
 * and nothing is stored before the first word is written. Until then choices live in memory.
 */
import { createContext } from 'svelte';
import type { Draft } from '$lib/journal/draft.svelte';
import type { Entry, Topic } from '$lib/journal/entry';
import {
	changed,
	defaultSettings,
	type Settings,
	type SettingsChange
} from '$lib/journal/settings';
import type { Journal } from '$lib/journal/journal.svelte';
import { journalMark } from './journal-mark';
import type { Notes } from '$lib/journal/notes';
import type { SlotNote } from '$lib/journal/slot-note';
import type { Secret, SlotKind } from '$lib/vault/vault';
import { Drafts } from './drafts.svelte';
import { failureFrom, SessionError, type FailureCode } from './failure';
import type { NewSlot, Open } from './key-slots';
import { LockChannel } from './lock-channel';
import type { Locked } from './open-journal';

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
	'unknown' | 'none' | 'opening' | 'locked' | 'open' | 'closing' | 'missing' | 'failed' | 'let-go';

/** How the person wants to keep what they write, before there is a journal. */
export type Decision = 'not-yet' | 'device' | 'nothing';

/** Milliseconds that saving may take before a lock says that it waits. */
const SAVE_BEFORE_LOCK = 3_000;

export class Session {
	#state = $state<JournalState>('unknown');
	#failure = $state.raw<FailureCode | null>(null);
	#parts = $state.raw<Open | null>(null);
	#locked = $state.raw<Locked | null>(null);
	#decided = $state<Decision>('not-yet');
	#cannotLock = $state(false);
	readonly #channel = new LockChannel((message) => {
		if (message === 'lock') void this.lock(false);
		else this.#dropKey();
	});
	/** Choices of a visit without a journal; a journal that opens takes over, and takes them in. */
	#loose = $state.raw<readonly SettingsChange[]>([]);
	#looking: Promise<void> | null = null;
	readonly #drafts = new Drafts(() => this.#journalToWriteIn());

	get state(): JournalState {
		return this.#state;
	}
	get failure(): FailureCode | null {
		return this.#failure;
	}
	get journal(): Journal | null {
		return this.#parts?.journal ?? null;
	}
	/** By which kinds of slot a locked journal can be opened. */
	get ways(): readonly SlotKind[] {
		return this.#locked?.ways ?? [];
	}
	/** The passkeys that may be asked for. */
	get credentials(): readonly Uint8Array<ArrayBuffer>[] {
		return this.#locked?.credentials ?? [];
	}
	/** Whether the open journal can be locked: a device slot would open it again by itself. */
	get lockable(): boolean {
		return this.journal !== null && this.journal.slots.length > 0;
	}
	/** Whether locking waits, because something could not be saved. */
	get cannotLock(): boolean {
		return this.#cannotLock;
	}
	/** What the person decided about keeping, before there is a journal. */
	get decided(): Decision {
		return this.#decided;
	}
	get settings(): Settings {
		return this.journal?.settings ?? this.#loose.reduce<Settings>(changed, defaultSettings);
	}

	/**
	 * Opens the journal if this browser holds one; never makes one. A page that only reads asks the mark
	 * and loads nothing without it; a page about the journal is `thorough` and asks the database.
	 */
	async look(thorough = false): Promise<void> {
		await this.#looking;
		if (this.journal || this.#locked || this.#isOver()) return;
		if (this.#state === 'none' && !thorough) return;
		if (!thorough && !(await journalMark.existsOrDatabase())) {
			if (this.#state === 'unknown') this.#state = 'none';
			return;
		}
		await this.#once(() => this.#find());
	}

	/** The person decided, before the first word, how it is kept. Nothing is stored by deciding. */
	decide(decision: Decision): void {
		this.#decided = decision;
	}

	/** Makes a journal that only this passphrase and this recovery code open. */
	async beginWith(passphrase: string, code: string): Promise<void> {
		await this.#once(async () => {
			const { beginWithSecrets } = await import('./open-journal');
			this.#accept(await beginWithSecrets(bothWays(passphrase, code), this.#onOtherVersion));
		});
	}

	/** Opens a locked journal; false if this secret opens no slot of it. Throws what failed otherwise. */
	async unlock(secret: Secret): Promise<boolean> {
		const open = await this.#locked?.unlock(secret);
		if (!open) return false;
		this.#accept(open);
		void this.flush();
		return true;
	}

	/**
	 * Locks: saves what is being written, drops the key, and loads a fresh document, in every tab. Where
	 * something cannot be saved, all is hidden and `cannotLock` says so, until `lock` is forced.
	 */
	async lock(tellOthers = true, force = false): Promise<void> {
		if (!this.lockable && this.#state !== 'closing') return;
		this.#state = 'closing';
		if (tellOthers) this.#channel.tell('lock');
		if (!force) await Promise.race([this.flush(), wait(SAVE_BEFORE_LOCK)]);
		this.#cannotLock = !force && this.unsaved.length > 0;
		if (this.#cannotLock) return;
		this.#parts?.vault.close();
		this.#parts = null;
		this.#drafts.forget();
		location.reload();
	}

	/** Sets a passphrase, with a recovery code, in place of `instead` or of the device slot. */
	async setPassphrase(passphrase: string, code: string, instead: string | null): Promise<void> {
		await this.#changeKey(bothWays(passphrase, code), (note) => {
			return note.kind !== 'recovery' && note.id !== instead;
		});
	}

	/** Makes a new recovery code the one that opens the journal. */
	async setRecoveryCode(code: string): Promise<void> {
		const added = { secret: { kind: 'recovery', text: code }, label: '' } as const;
		await this.#changeKey([added], (note) => note.kind !== 'recovery');
	}

	/** Adds a way in beside those that are there. */
	async addWay(added: NewSlot): Promise<void> {
		const { addSlot, freshStorage } = await this.#keyWork();
		await addSlot(this.#openParts(), added, freshStorage);
	}

	/** Removes a way in. Everything is sealed anew, so that an old copy of the way opens nothing new. */
	async removeWay(id: string): Promise<void> {
		await this.#changeKey([], (note) => note.id !== id);
	}

	/** Names a way in. */
	async nameWay(id: string, label: string): Promise<void> {
		const { journal } = this.#openParts();
		await journal.noteSlots(
			journal.slots.map((note) => (note.id === id ? { ...note, label } : note))
		);
	}

	/** After a journal went missing: the person chose to begin again. */
	beginAgain(): void {
		journalMark.clear();
		this.#decided = 'not-yet';
		this.#state = 'none';
	}

	/** Looks, before a word is typed, whether a page written here can be kept; the state says if not. */
	async probe(): Promise<void> {
		await this.look(true);
		if (this.#state !== 'none') return;
		const { whyNotKept } = await import('./why-not-kept');
		const failure = await whyNotKept();
		if (failure) this.#fail(failure);
	}

	/** Tries again to open a journal that could not be opened. */
	async tryAgain(): Promise<void> {
		if (this.#state === 'let-go') return;
		this.#state = 'unknown';
		this.#failure = null;
		this.#locked = null;
		await this.probe();
	}

	/** The draft of an entry, which outlives its page. */
	draft(entry: Entry, rev: number | null): Promise<Draft> {
		return this.#drafts.of(entry, rev);
	}

	/** A draft for a page that is not there yet. */
	newDraft(topic: Topic): Promise<Draft> {
		return this.#drafts.start(topic);
	}

	/** The drafts that hold something which is not on the disk. */
	get unsaved(): readonly Draft[] {
		return this.#drafts.unsaved;
	}

	/** Saves every draft now. */
	flush(): Promise<void> {
		return this.#drafts.flush();
	}

	/** Drops all that this tab holds of the journal, saved or not, and closes it until the page is loaded anew. */
	letGo(): void {
		this.#drafts.drop();
		this.#parts?.journal.end();
		this.#parts = null;
		this.#locked = null;
		this.#loose = [];
		this.#state = 'let-go';
	}

	/** Takes a changed choice; kept sealed when there is a journal, in memory when there is none. */
	choose(change: SettingsChange): void {
		if (this.#state === 'let-go') return;
		if (this.journal) void this.journal.choose(change);
		else this.#loose = [...this.#loose, change];
	}

	/**
	 * Says something about an entry through its draft (that it is finished too, if asked), and brings it to the
	 * disk. Throws what failed, and then the page is as it was.
	 */
	async note(draft: Draft, change: Partial<Notes>, finished = false): Promise<void> {
		draft.follow(this.journal?.find(draft.entry.id) ?? null);
		await draft.noteNow(change, finished);
	}

	/**
	 * Puts an earlier text of an entry back through its draft; the text that is there becomes an earlier
	 * version. Throws what failed, and then the page is as it was.
	 */
	async restore(draft: Draft, text: string): Promise<void> {
		draft.follow(this.journal?.find(draft.entry.id) ?? null);
		await draft.restore(text);
	}

	/** The draft of an entry of the open journal, as it is now. */
	async draftOf(entry: Entry): Promise<Draft> {
		const stored = this.journal?.find(entry.id) ?? null;
		const draft = await this.draft(stored?.entry ?? entry, stored?.rev ?? null);
		draft.follow(stored);
		return draft;
	}

	/**
	 * Lets go of one page for good. Nothing of it is saved meanwhile, so that it cannot come back. Throws what
	 * failed, and then the page is as it was.
	 */
	async letGoOf(draft: Draft): Promise<void> {
		await draft.hold();
		try {
			await this.journal?.letGo(draft.entry.id);
			draft.drop();
		} catch (error) {
			draft.release();
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

	async #journalToWriteIn(): Promise<Journal> {
		if (this.#parts?.vault.over) this.#dropKey();
		if (!this.#parts) this.#failure = null;
		await this.#once(() => this.#find());
		if (!this.#parts && this.#state === 'none' && this.#decided === 'device') {
			await this.#once(async () => {
				const { beginOnDevice } = await import('./open-journal');
				this.#accept(await beginOnDevice(this.#onOtherVersion));
			});
		}
		if (this.#parts) return this.#parts.journal;
		if (this.#state === 'missing') throw new SessionError('gone', 'the journal is gone');
		if (this.#state === 'locked') throw new SessionError('other-key', 'the journal is locked');
		throw new SessionError(this.#failure ?? 'unknown', 'no journal is open');
	}

	/** Runs work on the journal as a whole one at a time; a failure becomes the state. */
	async #once(work: () => Promise<void>): Promise<void> {
		await this.#looking;
		this.#looking = work()
			.catch((error: unknown) => {
				// What is open stays open, whatever else could not be done.
				if (!this.#parts) this.#fail(failureFrom(error));
			})
			.finally(() => (this.#looking = null));
		await this.#looking;
	}

	async #find(): Promise<void> {
		if (this.#parts || this.#locked || this.#state === 'let-go') return;
		this.#state = 'opening';
		this.#failure = null;
		const { findJournal } = await import('./open-journal');
		const found = await findJournal(this.#onOtherVersion);
		if (!found) {
			this.#state = journalMark.exists() ? 'missing' : 'none';
		} else if ('locked' in found) {
			this.#locked = found;
			this.#state = 'locked';
		} else {
			this.#accept(found);
		}
	}

	/** A failure stands until a person tries again, and what was let go until the page is loaded anew. */
	#isOver(): boolean {
		return this.#state === 'failed' || this.#state === 'let-go';
	}

	#accept(open: Open): void {
		if (this.#state === 'let-go') {
			open.journal.end();
			journalMark.clear();
			return;
		}
		this.#parts = open;
		this.#locked = null;
		this.#state = 'open';
		this.#takeIn(open.journal);
	}

	#openParts(): Open {
		if (!this.#parts) throw new SessionError('other-key', 'the journal is locked');
		return this.#parts;
	}

	async #keyWork() {
		const [slots, open] = await Promise.all([import('./key-slots'), import('./open-journal')]);
		return { ...slots, freshStorage: open.freshStorage };
	}

	async #changeKey(added: readonly NewSlot[], keep: (note: SlotNote) => boolean): Promise<void> {
		await this.flush();
		const { changeKey, freshStorage } = await this.#keyWork();
		const parts = this.#openParts();
		const vault = await changeKey(parts, added, keep, freshStorage);
		this.#parts = { ...parts, vault };
		this.#channel.tell('other-key');
	}

	/** The key is gone or has changed: the journal is opened again. What is unsaved stays in memory. */
	#dropKey(): void {
		this.#parts?.vault.close();
		this.#parts?.journal.close();
		this.#parts?.storage.close();
		this.#parts = null;
		this.#locked = null;
		this.#state = 'unknown';
		void this.#once(() => this.#find());
	}

	readonly #onOtherVersion = (): void => {
		this.#fail('other-version-open');
	};

	/** What was chosen and read in this visit, before the journal was open, joins what it knows. */
	#takeIn(journal: Journal): void {
		const chosen = this.#loose;
		this.#loose = [];
		if (chosen.length === 0) return;
		void journal.choose((now) => chosen.reduce<Settings>(changed, now));
	}

	/** Whether everything was let go while something else was waited for. */
	#wasLetGo(): boolean {
		return this.#state === 'let-go';
	}

	#fail(failure: FailureCode): void {
		if (this.#wasLetGo()) return;
		this.#failure = failure;
		this.#state = 'failed';
	}
}

function bothWays(passphrase: string, code: string): NewSlot[] {
	return [
		{ secret: { kind: 'passphrase', text: passphrase }, label: '' },
		{ secret: { kind: 'recovery', text: code }, label: '' }
	];
}

function wait(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export const [getSession, setSession] = createContext<Session>();
