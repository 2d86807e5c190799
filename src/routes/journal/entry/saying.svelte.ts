import type { Draft } from '$lib/draft/draft.svelte';
import type { SaveStatus } from '$lib/draft/draft-state';
import type { Entry } from '$lib/model/entry';
import { annotationsOf, type Annotations } from '$lib/model/annotations';
import type { Session } from '$lib/session/session.svelte';

/** What is being said of a page while it is read: kept like what is typed on it, a moment after. */
export class Saying {
	readonly #session: Session;
	readonly #entry: () => Entry;
	#draft = $state.raw<Draft | null>(null);
	/** The draft on its way: whoever says something meanwhile says it of the same one. */
	#asking: Promise<Draft> | null = null;
	/** The last that was said, on its way into the draft. */
	#last: Promise<void> = Promise.resolve();
	#failed = $state.raw<unknown>(null);

	constructor(session: Session, entry: () => Entry) {
		this.#session = session;
		this.#entry = entry;
	}

	/** Where its saving stands; `untouched` while nothing was said. */
	get state(): SaveStatus {
		if (this.#failed !== null) return 'not-saved';
		return this.#draft?.status ?? 'untouched';
	}
	/** What is said of the page by now, kept or not. */
	get notes(): Annotations {
		return this.#draft?.annotations ?? annotationsOf(this.#entry());
	}
	/** What went wrong with the last save; null once one has succeeded. */
	get error(): unknown {
		return this.#failed ?? this.#draft?.error ?? null;
	}

	/** Says something; `change` makes it from what is said by now. */
	say(change: (notes: Annotations) => Partial<Annotations>): Promise<void> {
		this.#last = this.#say(change);
		return this.#last;
	}

	async #say(change: (notes: Annotations) => Partial<Annotations>): Promise<void> {
		this.#asking ??= this.#session.draftOf(this.#entry());
		try {
			this.#draft = await this.#asking;
			this.#failed = null;
		} catch (error) {
			// The code for it did not arrive; the next word asks for it again.
			this.#asking = null;
			this.#failed = error;
			return;
		}
		// Another tab may have said something meanwhile.
		this.#draft.sync(this.#session.journal?.find(this.#draft.entry.id) ?? null);
		this.#draft.annotate(change(this.#draft.annotations));
	}

	/** Brings all that was said to the disk now. Resolves with whether it is there. */
	async settle(): Promise<boolean> {
		await this.#last;
		await this.#draft?.flush();
		return this.error === null;
	}
}
