/** Attachment: what appears at one's request takes the focus. */
export function focused(element: HTMLElement): void {
	element.focus();
}
