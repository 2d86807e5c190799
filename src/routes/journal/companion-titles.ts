import { standaloneItems } from '$lib/model/library-item';
import type { Journal } from '$lib/journal/journal.svelte';
import { outline } from '$lib/app/reading/builtin-outline';

/** Returns the titles of essays, by the ids of their companions; one that was removed has no title any more. */
export function companionTitles(journal: Journal): (companion: string) => string {
	const companions = standaloneItems(journal.library.all).map(({ companion }) => companion);
	const titles = new Map([outline, ...companions].map(({ id, title }) => [id, title]));
	return (id) => titles.get(id) ?? 'an essay that was taken away';
}
