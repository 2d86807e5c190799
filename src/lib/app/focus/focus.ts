import { tick } from 'svelte';

/**
 * Attachment: takes the focus when it was lost, because what had it is gone; for what stands in its place. A
 * keyboard goes on from here then, and a screen reader reads it.
 */
export function catchFocus(element: HTMLElement): void {
	queueMicrotask(() => {
		const { activeElement, body } = document;
		if (activeElement === null || activeElement === body) element.focus({ preventScroll: true });
	});
}

/** Attachment: what appears at one's request takes the focus. */
export function focusOnMount(element: HTMLElement): void {
	element.focus();
}

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
