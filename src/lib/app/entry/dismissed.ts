import { SvelteSet } from 'svelte/reactivity';

/** Ids of the old pages whose threshold was crossed: they open at once until this document ends. */
export const dismissedGates = new SvelteSet<string>();
