/** What is typed into, or has letters of its own. */
const OWN_KEYS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/**
 * Attachment: whoever types while the list of pages has the focus types into the search field, at the end of what
 * stands there; a slash goes to the field and marks what stands there, so that the next letter begins anew.
 */
export function typeToSearch(pages: HTMLElement): () => void {
	function onkey(event: KeyboardEvent): void {
		const target = event.target as HTMLElement;
		if (event.defaultPrevented || !isCharacter(event)) return;
		if (!target.closest('[role="list"]') || target.closest(OWN_KEYS)) return;
		const field = pages.querySelector<HTMLInputElement>('input[type="search"]');
		if (!field) return;
		field.focus();
		if (event.key === '/') {
			event.preventDefault();
			field.select();
		} else {
			// The key itself is left to the browser, which brings it to what has the focus now.
			field.setSelectionRange(field.value.length, field.value.length);
		}
	}
	pages.addEventListener('keydown', onkey);
	return () => pages.removeEventListener('keydown', onkey);
}

/** Whether a key types one character by itself: none with a modifier but Shift, none of an input method. */
function isCharacter({ key, altKey, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean {
	if (altKey || ctrlKey || metaKey || isComposing) return false;
	// Keys that type nothing have longer names, and so has one that an input method is at.
	return /^\S$/u.test(key);
}
