import { createContext, type Snippet } from 'svelte';

/** What stands at the end of every page's small print; set once, around all pages. */
export const [getSmallPrint, setSmallPrint] = createContext<Snippet>();
