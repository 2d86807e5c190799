import {
	qualifiedSections,
	type LibraryItem,
	type QualifiedSection
} from '$lib/model/library-item';
import type { Session } from '$lib/session/session.svelte';
import { CurrentPageState } from '$lib/app/navigation/current-page-state.svelte';

/** The library item, and its section, that the current history state names. To be created with a component. */
export class CurrentItem {
	readonly #session: Session;
	readonly #pageState = new CurrentPageState();
	/** `4.0.<id>`: the fourth section of the companion with that id; the id alone, for all of it. */
	readonly #ref = $derived((this.#pageState.value.question ?? '').split('.'));
	readonly #item = $derived.by(() => {
		const id = this.#ref.at(-1);
		return this.#session.journal?.library.all.find((one) => one.id === id) ?? null;
	});
	readonly #sections = $derived(this.#item ? qualifiedSections(this.#item) : []);

	constructor(session: Session) {
		this.#session = session;
	}

	/** The library item; null if there is none with that id. */
	get item(): LibraryItem | null {
		return this.#item;
	}
	get sections(): readonly QualifiedSection[] {
		return this.#sections;
	}
	/** The section being read; null if none is named, or there is none with that number. */
	get section(): QualifiedSection | null {
		return this.#sections.find(({ number }) => String(number) === this.#ref[0]) ?? null;
	}
}
