import { tick } from 'svelte';

/**
 * Attachment: takes the focus if it was lost because the focused element is gone; for the element that replaces it. The
 * keyboard then continues from here, and a screen reader reads it.
 */
export function catchFocus(element: HTMLElement): void {
	queueMicrotask(() => {
		const { activeElement, body } = document;
		if (activeElement === null || activeElement === body) element.focus({ preventScroll: true });
	});
}

/** Attachment: focuses an element that appears at the person's request. */
export function focusOnMount(element: HTMLElement): void {
	element.focus();
}

/**
 * Focuses the heading of the page just navigated to, unless the page has set the focus itself. All pages share one
 * title, which says nothing about them, so a screen reader identifies the new page by its heading.
 */
export async function focusHeading(): Promise<void> {
	await tick();
	if (document.activeElement !== document.body) return;
	const heading = document.querySelector<HTMLElement>('main h1');
	if (!heading) return;
	heading.tabIndex = -1;
	heading.focus({ preventScroll: true });
}
