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
