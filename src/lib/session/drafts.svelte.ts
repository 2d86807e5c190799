import type { Draft } from '$lib/draft/draft.svelte';
import type { Entry, Topic } from '$lib/model/entry';
import type { Journal } from '$lib/journal/journal.svelte';

/**
 * The drafts of this tab. They outlive the page that shows them, so that navigating away never loses an unsaved text.
 */
export class Drafts {
	readonly #journal: () => Promise<Journal>;
	#all = $state.raw<readonly Draft[]>([]);

	/** `journal` returns the journal to save in, and may create it. */
	constructor(journal: () => Promise<Journal>) {
		this.#journal = journal;
	}

	/** Returns the draft of an entry: the one that is being written in this tab, or a new one. */
	async open(entry: Entry, rev: number | null): Promise<Draft> {
		// A discarded draft accepts no more text; its entry may have been restored since.
		const find = (): Draft | undefined =>
			this.#all.find((one) => one.entry.id === entry.id && !one.isDiscarded);
		const known = find();
		if (known) return known;
		const { Draft } = await import('$lib/draft/draft.svelte');
		// Another call may have made it meanwhile.
		const made = find();
		if (made) return made;
		const draft = new Draft(this.#journal, entry, rev);
		this.#all = [...this.unsaved, draft];
		return draft;
	}

	/** Returns a draft of a new entry. */
	async create(topic: Topic): Promise<Draft> {
		const { newEntry } = await import('$lib/model/entry');
		return this.open(newEntry(topic), null);
	}

	/** The drafts with unsaved changes. */
	get unsaved(): readonly Draft[] {
		return this.#all.filter(({ isDirty }) => isDirty);
	}

	/** Saves every draft now. */
	async flush(): Promise<void> {
		await Promise.all(this.#all.map((draft) => draft.flush()));
	}

	/** Discards every draft, saved or not, for good. */
	discardAll(): void {
		for (const draft of this.#all) draft.discard();
		this.#all = [];
	}

	/** Forgets every draft, saved or not. */
	forget(): void {
		this.#all = [];
	}
}
