import { createContext, type Snippet } from 'svelte';

/** The context for the end of every page's small print, or null for none; set once, around all pages. */
export const [getSmallPrint, setSmallPrint] = createContext<() => Snippet | null>();
