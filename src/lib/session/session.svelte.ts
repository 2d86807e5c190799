/**
 * What is open right now: puts the vault, its storage and the journal together for the pages.
 *
 * Reading needs none of it, so the journal's code is loaded only where a journal is (or is begun),
 * and nothing is stored before the first word is written. Until then choices live in memory.
 */
import { createContext } from 'svelte';
import type { Prompt, Section } from '$lib/companion/companion';
import type { Draft } from '$lib/journal/draft.svelte';
import type { Entry } from '$lib/journal/entry';
import { defaultSettings, type Settings } from '$lib/journal/settings';
import type { Journal } from '$lib/journal/journal.svelte';
import { journalMark } from './journal-mark';
import { failureFrom, SessionError, type FailureCode } from './failure';

/**
 * - `unknown`: nobody has looked yet
 * - `none`: this browser holds no journal
 * - `opening`: it is being opened
 * - `open`: `journal` is there
 * - `missing`: there was one in this browser, and it is gone
 * - `failed`: it cannot be opened or kept here; `failure` says why
 * - `let-go`: everything was let go, here or in another tab; nothing is opened until the page is loaded anew
 */
export type JournalState =
	'unknown' | 'none' | 'opening' | 'open' | 'missing' | 'failed' | 'let-go';

export class Session {
	#state = $state<JournalState>('unknown');
	#failure = $state.raw<FailureCode | null>(null);
	#journal = $state.raw<Journal | null>(null);
	/** Choices of a visit without a journal; a journal that opens takes over, and takes them in. */
	#loose = $state.raw<Partial<Settings>>({});
	#looking: Promise<void> | null = null;
	#drafts = $state.raw<readonly Draft[]>([]);

	get state(): JournalState {
		return this.#state;
	}
	get failure(): FailureCode | null {
		return this.#failure;
	}
	get journal(): Journal | null {
		return this.#journal;
	}
	get settings(): Settings {
		return this.#journal?.settings ?? { ...defaultSettings, ...this.#loose };
	}

	/**
	 * Opens the journal if this browser holds one; never makes one. A page that only reads asks the mark
	 * and loads nothing without it; a page about the journal is `thorough` and asks the database.
	 */
	async look(thorough = false): Promise<void> {
		await this.#looking;
		if (this.#journal || this.#state === 'let-go' || (this.#state === 'none' && !thorough)) return;
		if (!thorough && !journalMark.exists()) {
			if (this.#state === 'unknown') this.#state = 'none';
			return;
		}
		this.#looking ??= this.#open('existing').finally(() => (this.#looking = null));
		await this.#looking;
	}

	/** Opens the journal, or makes one. Called with the first word; the state says how it went. */
	async begin(): Promise<void> {
		await this.#looking;
		if (this.#journal || this.#state === 'missing') return;
		await this.#open('or-new');
	}

	/** After a journal went missing: the person chose to begin again. */
	async beginAgain(): Promise<void> {
		journalMark.clear();
		await this.#open('or-new');
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
		await this.probe();
	}

	/**
	 * The draft of an entry: the one that is being written in this tab, or a new one. Drafts outlive their
	 * page, so that a text which is not on the disk yet is never lost by going elsewhere.
	 */
	async draft(entry: Entry, rev: number | null): Promise<Draft> {
		const known = this.#drafts.find((one) => one.entry.id === entry.id);
		if (known) return known;
		const { Draft } = await import('$lib/journal/draft.svelte');
		const draft = new Draft(() => this.#journalToWriteIn(), entry, rev);
		this.#drafts = [...this.#drafts.filter(({ dirty }) => dirty), draft];
		return draft;
	}

	/** A draft for a page that is not there yet, on a section and a prompt, or on neither. */
	async newDraft(
		companion: string,
		section: Section | null,
		prompt: Prompt | null
	): Promise<Draft> {
		const { newEntry } = await import('$lib/journal/entry');
		return this.draft(newEntry(companion, section, prompt), null);
	}

	/** The drafts that hold something which is not on the disk. */
	get unsaved(): readonly Draft[] {
		return this.#drafts.filter(({ dirty }) => dirty);
	}

	/** Saves every draft now. */
	async flush(): Promise<void> {
		await Promise.all(this.#drafts.map((draft) => draft.flush()));
	}

	/** Drops all that this tab holds of the journal, saved or not, and closes it until the page is loaded anew. */
	letGo(): void {
		for (const draft of this.#drafts) draft.drop();
		this.#journal?.end();
		this.#drafts = [];
		this.#journal = null;
		this.#loose = {};
		this.#state = 'let-go';
	}

	/** Takes a changed choice; kept sealed when there is a journal, in memory when there is none. */
	choose(change: Partial<Settings>): void {
		if (this.#state === 'let-go') return;
		if (this.#journal) void this.#journal.choose(change);
		else this.#loose = { ...this.#loose, ...change };
	}

	/** Notes that a section was opened. */
	visit(sectionId: string): void {
		const { read, here } = this.settings;
		if (here === sectionId && read.includes(sectionId)) return;
		this.choose({
			here: sectionId,
			read: read.includes(sectionId) ? read : [...read, sectionId]
		});
	}

	/** The entries written to a section, newest first; none while the journal is closed. */
	entriesIn(sectionId: string): Entry[] {
		return this.#journal?.entries.filter((entry) => entry.section?.id === sectionId) ?? [];
	}

	async #journalToWriteIn(): Promise<Journal> {
		await this.begin();
		if (this.#journal) return this.#journal;
		const missing = this.#state === 'missing';
		throw new SessionError(missing ? 'gone' : (this.#failure ?? 'unknown'), 'no journal is open');
	}

	async #open(which: 'existing' | 'or-new'): Promise<void> {
		if (this.#journal || this.#state === 'let-go') return;
		this.#state = 'opening';
		this.#failure = null;
		try {
			const { openJournal } = await import('./open-journal');
			const journal = await openJournal(which);
			if (this.#wasLetGo()) {
				journal?.end();
				journalMark.clear();
				return;
			}
			if (!journal) {
				this.#state = journalMark.exists() ? 'missing' : 'none';
				return;
			}
			this.#journal = journal;
			this.#state = 'open';
			this.#takeIn(journal);
		} catch (error) {
			this.#fail(failureFrom(error));
		}
	}

	/** What was chosen and read in this visit, before the journal was open, joins what it knows. */
	#takeIn(journal: Journal): void {
		const { read = [], ...chosen } = this.#loose;
		this.#loose = {};
		const known = journal.settings.read;
		const unknown = read.filter((id) => !known.includes(id));
		if (unknown.length === 0 && Object.keys(chosen).length === 0) return;
		void journal.choose({ ...chosen, read: [...known, ...unknown] });
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

export const [getSession, setSession] = createContext<Session>();
