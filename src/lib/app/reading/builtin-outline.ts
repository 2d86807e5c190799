/** The companion that is read in this visit: its outline, which every page can afford. */
export { default as outline } from '$lib/companion/walking-away.companion.md?outline';
export { default as sections } from '$lib/companion/walking-away.companion.md?sections';
