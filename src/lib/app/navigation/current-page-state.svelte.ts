import { onMount } from 'svelte';
import { page } from '$app/state';
import { readPageState } from './read-page-state';

/**
 * What this place in the browser's history carries, for a component that goes by it as it changes, and after
 * a reload as well. To be made while a component is; empty until it is on the screen.
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
