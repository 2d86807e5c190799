/** The companion that is read in this visit. */
export { default as companion } from '$lib/companion/walking-away.companion.md';
