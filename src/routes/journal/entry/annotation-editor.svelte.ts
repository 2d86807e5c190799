import type { Draft } from '$lib/draft/draft.svelte';
import type { SaveStatus } from '$lib/draft/draft-state';
import type { Entry } from '$lib/model/entry';
import { annotationsOf, type Annotations } from '$lib/model/annotations';
import type { Session } from '$lib/session/session.svelte';

/** What is being said of a page while it is read: kept like what is typed on it, a moment after. */
export class AnnotationEditor {
	readonly #session: Session;
	readonly #entry: () => Entry;
	#draft = $state.raw<Draft | null>(null);
	/** The draft on its way: whoever says something meanwhile says it of the same one. */
	#draftPromise: Promise<Draft> | null = null;
	/** The last that was said, on its way into the draft. */
	#lastChange: Promise<void> = Promise.resolve();
	#loadError = $state.raw<unknown>(null);

	constructor(session: Session, entry: () => Entry) {
		this.#session = session;
		this.#entry = entry;
	}

	/** Where its saving stands; `untouched` while nothing was said. */
	get status(): SaveStatus {
		if (this.#loadError !== null) return 'not-saved';
		return this.#draft?.status ?? 'untouched';
	}
	/** What is said of the page by now, kept or not. */
	get annotations(): Annotations {
		return this.#draft?.annotations ?? annotationsOf(this.#entry());
	}
	/** What went wrong with the last save; null once one has succeeded. */
	get error(): unknown {
		return this.#loadError ?? this.#draft?.error ?? null;
	}

	/** Says something; `change` makes it from what is said by now. */
	change(makeChange: (annotations: Annotations) => Partial<Annotations>): Promise<void> {
		this.#lastChange = this.#change(makeChange);
		return this.#lastChange;
	}

	async #change(makeChange: (annotations: Annotations) => Partial<Annotations>): Promise<void> {
		this.#draftPromise ??= this.#session.getSyncedDraft(this.#entry());
		try {
			this.#draft = await this.#draftPromise;
			this.#loadError = null;
		} catch (error) {
			// The code for it did not arrive; the next word asks for it again.
			this.#draftPromise = null;
			this.#loadError = error;
			return;
		}
		// Another tab may have said something meanwhile.
		this.#draft.sync(this.#session.journal?.find(this.#draft.entry.id) ?? null);
		this.#draft.annotate(makeChange(this.#draft.annotations));
	}

	/** Brings all that was said to the disk now. Resolves with whether it is there. */
	async flush(): Promise<boolean> {
		await this.#lastChange;
		await this.#draft?.flush();
		return this.error === null;
	}
}
