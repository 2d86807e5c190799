import { EDITABLE_SELECTOR } from '$lib/app/fields/private-field';

/** The dialog that a key opens: the list of shortcuts, or the page finder. */
export type Shortcut = 'help' | 'find';

/**
 * Returns the shortcut of a key event; null while the person types, while the app is covered, and for a key that
 * something on the page has handled already.
 */
export function shortcutFor(event: KeyboardEvent): Shortcut | null {
	if (event.defaultPrevented || event.isComposing || event.repeat) return null;
	// A key may have been passed on to a field: the list of entries does that.
	for (const target of [event.target, document.activeElement]) {
		if (target instanceof Element && target.closest(`${EDITABLE_SELECTOR}, dialog, [inert]`)) {
			return null;
		}
	}
	if (document.querySelector('.root[inert]')) return null;
	const { altKey, ctrlKey, metaKey, key } = event;
	if (altKey) return null;
	if (ctrlKey || metaKey) return key.toLowerCase() === 'k' && !event.shiftKey ? 'find' : null;
	return key === '?' ? 'help' : null;
}
