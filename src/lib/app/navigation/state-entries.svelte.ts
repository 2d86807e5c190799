import { untrack } from 'svelte';
import type { Session } from '$lib/session/session.svelte';
import { CurrentPageState } from './current-page-state.svelte';

/**
 * The journal entries that the current history state names. An older one may not be decrypted yet, and is then read
 * from the disk. To be created while a component is initialised.
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

	/** The id of the entry, or of the first of two; empty if none is named. */
	get firstId(): string {
		return this.#firstId;
	}
	/** The id of the second entry; empty if none is named. */
	get secondId(): string {
		return this.#secondId;
	}
	/** Whether the disk was searched for entries that are not decrypted: what is not found by then does not exist. */
	get isLoaded(): boolean {
		return this.#isLoaded;
	}
}
