/** The outline of the built-in companion, which is small enough for every page. */
export { default as outline } from '$lib/companion/walking-away.companion.md?outline';
export { default as sections } from '$lib/companion/walking-away.companion.md?sections';
