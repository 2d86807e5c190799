/** The message shown if the browser does not let a page copy; the text is selected by then. */
export const copyFailedText =
	'This browser did not allow that. The words are selected now: copy them with the keyboard or the menu.';

/** Copies a text. Returns false if the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		// Refused, or unavailable: an address without https has no clipboard.
		return false;
	}
}

/** Selects the whole text of an element, so that a person can copy it by hand. */
export function selectContents(element: Element): void {
	getSelection()?.selectAllChildren(element);
}
