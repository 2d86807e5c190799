import { untrack } from 'svelte';
import type { Session } from '$lib/session/session.svelte';
import { CurrentPageState } from './current-page-state.svelte';

/**
 * The pages of the journal that this place in the browser's history names. An old one may not be open yet,
 * and is then read from the disk. To be made while a component is.
 */
export class StateEntries {
	readonly #pageState = new CurrentPageState();
	readonly #firstId = $derived(this.#pageState.value.entry ?? '');
	readonly #secondId = $derived(this.#pageState.value.other ?? '');
	#isLoaded = $state(false);

	constructor(session: Session) {
		$effect(() => {
			const { journal } = session;
			const ids = [this.#firstId, this.#secondId].filter((id) => id !== '');
			if (!journal || ids.length === 0) return;
			const missingIds = untrack(() => ids.filter((id) => journal.find(id) === null));
			this.#isLoaded = missingIds.length === 0;
			if (missingIds.length === 0) return;
			void Promise.allSettled(missingIds.map((id) => journal.reload(id))).then(
				() => (this.#isLoaded = true)
			);
		});
	}

	/** The id of the page, or of the first of two; empty where none is named. */
	get firstId(): string {
		return this.#firstId;
	}
	/** The id of the page beside it; empty where none is named. */
	get secondId(): string {
		return this.#secondId;
	}
	/** Whether the disk was asked for what is not open: from then on what is not found is not there. */
	get isLoaded(): boolean {
		return this.#isLoaded;
	}
}
