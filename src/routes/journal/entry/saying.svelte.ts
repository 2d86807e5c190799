import type { Draft } from '$lib/journal/draft.svelte';
import type { Entry } from '$lib/journal/entry';
import { notesOf, type Notes } from '$lib/journal/notes';
import type { Session } from '$lib/session/session.svelte';

/** What is being said of a page while it is read: kept like what is typed on it, a moment after. */
export class Saying {
	readonly #session: Session;
	readonly #entry: () => Entry;
	#draft = $state.raw<Draft | null>(null);

	constructor(session: Session, entry: () => Entry) {
		this.#session = session;
		this.#entry = entry;
	}

	/** Where its saving stands; `untouched` while nothing was said. */
	get state(): Draft['state'] {
		return this.#draft?.state ?? 'untouched';
	}
	/** What is said of the page by now, kept or not. */
	get notes(): Notes {
		return this.#draft?.notes ?? notesOf(this.#entry());
	}
	/** What went wrong with the last save; null once one has succeeded. */
	get error(): unknown {
		return this.#draft?.error ?? null;
	}

	/** Says something; `change` makes it from what is said by now. */
	async say(change: (notes: Notes) => Partial<Notes>): Promise<void> {
		this.#draft ??= await this.#session.draftOf(this.#entry());
		this.#draft.note(change(this.#draft.notes));
	}

	/** Brings it to the disk now. Resolves with whether it is there. */
	async settle(): Promise<boolean> {
		await this.#draft?.flush();
		return this.error === null;
	}
}
