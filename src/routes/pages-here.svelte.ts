import { untrack } from 'svelte';
import type { Session } from '$lib/session/session.svelte';
import { StateHere } from './state-here.svelte';

/**
 * The pages of the journal that this place in the browser's history names. An old one may not be open yet,
 * and is then read from the disk. To be made while a component is.
 */
export class PagesHere {
	readonly #here = new StateHere();
	readonly #first = $derived(this.#here.now.entry ?? '');
	readonly #second = $derived(this.#here.now.other ?? '');
	#looked = $state(false);

	constructor(session: Session) {
		$effect(() => {
			const { journal } = session;
			const ids = [this.#first, this.#second].filter((id) => id !== '');
			if (!journal || ids.length === 0) return;
			const closed = untrack(() => ids.filter((id) => journal.find(id) === null));
			this.#looked = closed.length === 0;
			if (closed.length === 0) return;
			void Promise.allSettled(closed.map((id) => journal.reload(id))).then(
				() => (this.#looked = true)
			);
		});
	}

	/** The id of the page, or of the first of two; empty where none is named. */
	get first(): string {
		return this.#first;
	}
	/** The id of the page beside it; empty where none is named. */
	get second(): string {
		return this.#second;
	}
	/** Whether the disk was asked for what is not open: from then on what is not found is not there. */
	get looked(): boolean {
		return this.#looked;
	}
}
