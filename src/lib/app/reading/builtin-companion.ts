/** The built-in companion, with all passages and prompts. */
export { default as companion } from '$lib/companion/walking-away.companion.md';
