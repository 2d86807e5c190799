import type { Draft } from '$lib/draft/draft.svelte';
import type { SaveStatus } from '$lib/draft/draft-state';
import type { Entry } from '$lib/model/entry';
import { annotationsOf, type Annotations } from '$lib/model/annotations';
import type { Session } from '$lib/session/session.svelte';

/** Edits the annotations of an entry while it is read: saved like typed text, a moment after. */
export class AnnotationEditor {
	readonly #session: Session;
	readonly #entry: () => Entry;
	#draft = $state.raw<Draft | null>(null);
	/** The draft being created: later changes wait for the same one. */
	#draftPromise: Promise<Draft> | null = null;
	/** The last change, while it is being applied to the draft. */
	#lastChange: Promise<void> = Promise.resolve();
	#loadError = $state.raw<unknown>(null);

	constructor(session: Session, entry: () => Entry) {
		this.#session = session;
		this.#entry = entry;
	}

	/** The save status; `untouched` while nothing was changed. */
	get status(): SaveStatus {
		if (this.#loadError !== null) return 'not-saved';
		return this.#draft?.status ?? 'untouched';
	}
	/** The current annotations, saved or not. */
	get annotations(): Annotations {
		return this.#draft?.annotations ?? annotationsOf(this.#entry());
	}
	/** The error of the last save; null once one has succeeded. */
	get error(): unknown {
		return this.#loadError ?? this.#draft?.error ?? null;
	}

	/** Changes annotations; `makeChange` computes the change from the current ones. */
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
			// The code for it failed to load; the next change loads it again.
			this.#draftPromise = null;
			this.#loadError = error;
			return;
		}
		// Another tab may have changed the annotations meanwhile.
		this.#draft.sync(this.#session.journal?.find(this.#draft.entry.id) ?? null);
		this.#draft.annotate(makeChange(this.#draft.annotations));
	}

	/** Saves all changes now. Resolves with whether they are on the disk. */
	async flush(): Promise<boolean> {
		await this.#lastChange;
		await this.#draft?.flush();
		return this.error === null;
	}
}
