/** What is said where the browser does not let a page copy; the words are selected by then. */
export const copyFailedText =
	'This browser did not allow that. The words are selected now: copy them with the keyboard or the menu.';

/** Copies a text. False where the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		// Refused, or not there at all: an address without https has no clipboard.
		return false;
	}
}

/** Marks all that an element says, for a person to copy it by hand. */
export function selectContents(element: Element): void {
	getSelection()?.selectAllChildren(element);
}
