import {
	qualifiedSections,
	type LibraryItem,
	type QualifiedSection
} from '$lib/model/library-item';
import type { Session } from '$lib/session/session.svelte';
import { CurrentPageState } from '$lib/app/navigation/current-page-state.svelte';

/** The kept companion, and its part, that this place in the browser's history is about. To be made with a component. */
export class CurrentItem {
	readonly #session: Session;
	readonly #pageState = new CurrentPageState();
	/** `4.0.<id>`: the fourth part of the companion of that id; the id alone, for all of it. */
	readonly #ref = $derived((this.#pageState.value.question ?? '').split('.'));
	readonly #item = $derived.by(() => {
		const id = this.#ref.at(-1);
		return this.#session.journal?.library.all.find((one) => one.id === id) ?? null;
	});
	readonly #sections = $derived(this.#item ? qualifiedSections(this.#item) : []);

	constructor(session: Session) {
		this.#session = session;
	}

	/** Null where there is none of that id. */
	get item(): LibraryItem | null {
		return this.#item;
	}
	get sections(): readonly QualifiedSection[] {
		return this.#sections;
	}
	/** The part that is read; null where none is, or there is none of that number. */
	get section(): QualifiedSection | null {
		return this.#sections.find(({ number }) => String(number) === this.#ref[0]) ?? null;
	}
}
