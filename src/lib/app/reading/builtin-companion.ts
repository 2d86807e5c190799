/** The companion that is read in this visit, with all passages and prompts. */
export { default as companion } from '$lib/companion/walking-away.companion.md';
