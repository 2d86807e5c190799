import { page } from '$app/state';

/**
 * Reads the state of the current history entry: ids and numbers, never words. SvelteKit leaves `page.state` empty after
 * a reload, though the browser has stored it (https://svelte.dev/docs/kit/shallow-routing#Caveats), so it is then read
 * from where SvelteKit put it.
 */
export function readPageState(): App.PageState {
	if (Object.keys(page.state).length > 0) return page.state;
	const historyState: unknown = history.state;
	const state = (historyState as { 'sveltekit:states'?: App.PageState } | null)?.[
		'sveltekit:states'
	];
	return state ?? {};
}
