import { EDITABLE_SELECTOR } from '$lib/app/fields/private-field';

/**
 * Attachment: typing while the list of entries has the focus types into the search field, at the end of its text; a
 * slash focuses the field and selects its text, so that the next letter replaces it. From the field, Enter and the down
 * arrow focus the first entry of the list.
 */
export function searchKeys(pages: HTMLElement): () => void {
	function handleKey(event: KeyboardEvent): void {
		const { altKey, ctrlKey, metaKey, isComposing } = event;
		if (event.defaultPrevented || altKey || ctrlKey || metaKey || isComposing) return;
		const target = event.target as HTMLElement;
		const field = pages.querySelector<HTMLInputElement>('input[type="search"]');
		if (target === field) moveToList(event);
		else if (field && target.closest('[role="list"]') && !target.closest(EDITABLE_SELECTOR)) {
			moveToField(event, field);
		}
	}

	function moveToList(event: KeyboardEvent): void {
		if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
		const first = pages.querySelector<HTMLElement>('[data-line="0"] :is(a, input)');
		if (!first) return;
		event.preventDefault();
		first.focus();
	}

	pages.addEventListener('keydown', handleKey);
	return () => pages.removeEventListener('keydown', handleKey);
}

function moveToField(event: KeyboardEvent, field: HTMLInputElement): void {
	// One character. Other keys have longer names, and so has one that an input method is handling.
	if (!/^\S$/u.test(event.key)) return;
	field.focus();
	if (event.key === '/') {
		event.preventDefault();
		field.select();
	} else {
		// The key itself is left to the browser, which sends it to the element that has the focus now.
		field.setSelectionRange(field.value.length, field.value.length);
	}
}
