import { onMount } from 'svelte';
import { page } from '$app/state';
import { readPageState } from './read-page-state';

/**
 * The state of the current history entry, for a component that follows it as it changes, also after a reload. To be
 * created while a component is initialised; empty until that is mounted.
 */
export class CurrentPageState {
	#afterReload = $state.raw<App.PageState>({});

	constructor() {
		onMount(() => (this.#afterReload = readPageState()));
	}

	get value(): App.PageState {
		return Object.keys(page.state).length > 0 ? page.state : this.#afterReload;
	}
}
