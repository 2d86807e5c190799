import { tick } from 'svelte';

/**
 * Gives the focus to the heading of a page that was just gone to, unless the page has put it somewhere itself. All
 * pages have one title, which says nothing of them, so this is what a screen reader tells the new page by.
 */
export async function focusHeading(): Promise<void> {
	await tick();
	if (document.activeElement !== document.body) return;
	const heading = document.querySelector<HTMLElement>('main h1');
	if (!heading) return;
	heading.tabIndex = -1;
	heading.focus({ preventScroll: true });
}
