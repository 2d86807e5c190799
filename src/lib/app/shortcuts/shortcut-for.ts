import { EDITABLE_SELECTOR } from '$lib/app/fields/private-field';

/** What a key opens: the list of keys, or the field that finds a page. */
export type Shortcut = 'help' | 'find';

/**
 * What this key is meant for; null for every key while one types, while the app is covered, and for a key that
 * something on the page has used already.
 */
export function shortcutFor(event: KeyboardEvent): Shortcut | null {
	if (event.defaultPrevented || event.isComposing || event.repeat) return null;
	// A key may have been handed on to a field: the list of pages does that.
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
