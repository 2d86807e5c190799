import { SvelteSet } from 'svelte/reactivity';

/** Ids of the old entries whose notice was dismissed: they open at once until this document is closed. */
export const dismissedGates = new SvelteSet<string>();
