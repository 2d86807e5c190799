import { createContext, type Snippet } from 'svelte';

/** What the small print of every page ends with, or null for none; set once, around all pages. */
export const [getSmallPrint, setSmallPrint] = createContext<() => Snippet | null>();
