import type { Draft } from '$lib/draft/draft.svelte';
import type { Entry, Topic } from '$lib/model/entry';
import type { Journal } from '$lib/journal/journal.svelte';

/**
 * The drafts of this tab. They outlive the page that shows them, so that navigating away never loses an unsaved text.
 */
export class Drafts {
	readonly #getJournal: () => Promise<Journal>;
	#drafts = $state.raw<readonly Draft[]>([]);

	/** `journal` returns the journal to save in, and may create it. */
	constructor(getJournal: () => Promise<Journal>) {
		this.#getJournal = getJournal;
	}

	/** Returns the draft of an entry: the one that is being written in this tab, or a new one. */
	async open(entry: Entry, rev: number | null): Promise<Draft> {
		// A discarded draft accepts no more text; its entry may have been restored since.
		const find = (): Draft | undefined =>
			this.#drafts.find((draft) => draft.entry.id === entry.id && !draft.isDiscarded);
		const existing = find();
		if (existing) return existing;
		const { Draft } = await import('$lib/draft/draft.svelte');
		// Another call may have made it meanwhile.
		const madeMeanwhile = find();
		if (madeMeanwhile) return madeMeanwhile;
		const draft = new Draft(this.#getJournal, entry, rev);
		this.#drafts = [...this.unsaved, draft];
		return draft;
	}

	/** Returns a draft of a new entry. */
	async create(topic: Topic): Promise<Draft> {
		const { newEntry } = await import('$lib/model/entry');
		return this.open(newEntry(topic), null);
	}

	/** The drafts with unsaved changes. */
	get unsaved(): readonly Draft[] {
		return this.#drafts.filter(({ isDirty }) => isDirty);
	}

	/** Saves every draft now. */
	async flush(): Promise<void> {
		await Promise.all(this.#drafts.map((draft) => draft.flush()));
	}

	/** Discards every draft, saved or not, for good. */
	discardAll(): void {
		for (const draft of this.#drafts) draft.discard();
		this.#drafts = [];
	}

	/** Forgets every draft, saved or not. */
	clear(): void {
		this.#drafts = [];
	}
}
