import type { Draft } from '$lib/draft/draft.svelte';
import type { Entry, Topic } from '$lib/model/entry';
import type { Journal } from '$lib/journal/journal.svelte';

/**
 * The drafts of this tab. They outlive their page, so that a text which is not on the disk yet is never
 * lost by going elsewhere.
 */
export class Drafts {
	readonly #getJournal: () => Promise<Journal>;
	#drafts = $state.raw<readonly Draft[]>([]);

	/** `journal` gives the journal to save in, and may make it. */
	constructor(getJournal: () => Promise<Journal>) {
		this.#getJournal = getJournal;
	}

	/** The draft of an entry: the one that is being written in this tab, or a new one. */
	async open(entry: Entry, rev: number | null): Promise<Draft> {
		// One that was dropped takes nothing any more; its page may have come back since.
		const find = (): Draft | undefined =>
			this.#drafts.find((draft) => draft.entry.id === entry.id && !draft.isDiscarded);
		const existing = find();
		if (existing) return existing;
		const { Draft } = await import('$lib/draft/draft.svelte');
		// Whoever asked meanwhile has made it.
		const madeMeanwhile = find();
		if (madeMeanwhile) return madeMeanwhile;
		const draft = new Draft(this.#getJournal, entry, rev);
		this.#drafts = [...this.unsaved, draft];
		return draft;
	}

	/** A draft for a page that is not there yet. */
	async create(topic: Topic): Promise<Draft> {
		const { newEntry } = await import('$lib/model/entry');
		return this.open(newEntry(topic), null);
	}

	/** Those that hold something which is not on the disk. */
	get unsaved(): readonly Draft[] {
		return this.#drafts.filter(({ isDirty }) => isDirty);
	}

	/** Saves every draft now. */
	async flush(): Promise<void> {
		await Promise.all(this.#drafts.map((draft) => draft.flush()));
	}

	/** Drops every text, saved or not, for good. */
	discardAll(): void {
		for (const draft of this.#drafts) draft.discard();
		this.#drafts = [];
	}

	/** Forgets them all, saved or not. */
	clear(): void {
		this.#drafts = [];
	}
}
