/** Attachment: what appears at one's request takes the focus. */
export function focusOnMount(element: HTMLElement): void {
	element.focus();
}
